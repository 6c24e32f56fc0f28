/** Labels with their values. */
export function Facts({ facts }: { facts: (readonly [string, string])[] }) {
  return (
    <dl>
      {facts.map(([label, value]) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
