import type { Child } from 'hono/jsx';

interface Props {
  caption: string;
  head: readonly string[];
  /** The first of each row says what the row is about. */
  rows: readonly (readonly Child[])[];
}

/** Numbers in rows and columns; on a phone they scroll sideways instead of becoming pages long. */
export function NumberTable({ caption, head, rows }: Props) {
  return (
    <section class="scroll" tabindex={0} aria-label={caption}>
      <table class="numbers">
        <caption class="away">{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...values]) => (
            <tr>
              <th scope="row">{name}</th>
              {values.map((value) => (
                <td>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
