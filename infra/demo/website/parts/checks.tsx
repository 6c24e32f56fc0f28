export const Checks = ({ points }: { points: readonly string[] }) => (
  <ul class="checks">
    {points.map((point) => (
      <li>{point}</li>
    ))}
  </ul>
);
