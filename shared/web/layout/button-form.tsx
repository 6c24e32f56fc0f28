import type { Child } from 'hono/jsx';

interface Props {
  /** Where it is sent. */
  action: string;
  /** The hidden fields. */
  fields?: Iterable<readonly [string, string]>;
  /** For what people should not press by accident. */
  isQuiet?: boolean;
  /** For what cannot be taken back. */
  isDanger?: boolean;
  children?: Child;
}

/** A form that is only a button. */
export function ButtonForm({ action, fields = [], isQuiet, isDanger, children }: Props) {
  return (
    <form method="post" action={action}>
      {[...fields].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class={isDanger ? 'danger' : isQuiet ? 'quiet' : undefined}>
        {children}
      </button>
    </form>
  );
}
