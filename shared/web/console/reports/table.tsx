import type { Child } from 'hono/jsx';
import type { Language } from '../../../domain/language.ts';
import { reportWords } from './words.ts';

/** A phone has room for so many columns. */
const MOST_ON_PHONE = 5;

interface Props {
  caption: string;
  language: Language;
  head: readonly string[];
  /** The first of each row says what the row is about. */
  rows: readonly (readonly Child[])[];
}

/** Numbers in rows and columns; on a phone many columns scroll sideways, beside the names of the rows, and a line says so. */
export function NumberTable({ caption, language, head, rows }: Props) {
  const isWide = head.length > MOST_ON_PHONE;
  return (
    <section class={isWide ? 'scroll wide' : 'scroll'} tabindex={0} aria-label={caption}>
      {isWide && <p class="sideways">{reportWords[language].sideways}</p>}
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
