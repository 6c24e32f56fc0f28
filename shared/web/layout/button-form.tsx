import type { Child } from 'hono/jsx';

interface Props {
  /** Where it is sent. */
  action: string;
  /** The hidden fields. */
  fields?: Iterable<readonly [string, string]>;
  /** For what people should not press by accident. */
  isQuiet?: boolean;
  children?: Child;
}

/** A form that is only a button. */
export function ButtonForm({ action, fields = [], isQuiet, children }: Props) {
  return (
    <form method="post" action={action}>
      {[...fields].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class={isQuiet ? 'quiet' : undefined}>
        {children}
      </button>
    </form>
  );
}
