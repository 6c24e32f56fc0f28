import type { LogEntry, LogKind } from '../../../domain/console/log.ts';
import type { Language } from '../../../domain/language.ts';
import { csvOf } from '../../csv.ts';
import { shortDateTime } from '../../language.ts';
import { logWords } from './words.ts';

interface Props {
  language: Language;
  timeZone: string;
  entries: readonly LogEntry[];
}

/** Lines of the log as a table. */
export function Entries({ language, timeZone, entries }: Props) {
  const { columns, did, keyNamed } = logWords[language];
  return (
    <table class="cards">
      <thead>
        <tr>
          {[columns.at, columns.who, columns.what, columns.about].map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map(({ at, who, isKey, kind, about, detail, count }) => (
          <tr>
            <td data-label={columns.at}>
              <time datetime={at}>{shortDateTime(language, at, timeZone)}</time>
            </td>
            <td data-label={columns.who}>{isKey ? keyNamed(who) : who}</td>
            <td data-label={columns.what}>
              <span>
                {did[kind]} {count !== undefined && <span class="number">({count})</span>}{' '}
                {detail && <span class="small quiet">{detailText(language, kind, detail)}</span>}
              </span>
            </td>
            <td data-label={columns.about}>
              {about && (kind.startsWith('lead-') || kind === 'refused') ? (
                <a href={`/console/leads/${about}`}>{about}</a>
              ) : (
                about
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was asked of a list or file of leads, in words; any other detail as it stands. */
function detailText(language: Language, kind: LogKind, detail: string): string {
  if (kind !== 'leads-seen' && kind !== 'leads-exported') return detail;
  const names: Readonly<Record<string, string>> = logWords[language].asked;
  return detail
    .split(' ')
    .map((name) => (Object.hasOwn(names, name) && names[name]) || name)
    .join(', ');
}

/** The same as a CSV file, with times in UTC. */
export function logCsv(language: Language, entries: readonly LogEntry[]): string {
  const { columns, did, keyNamed } = logWords[language];
  const { at, who, what, about, detail, count } = columns;
  return csvOf(
    [at, who, what, about, detail, count],
    entries.map((entry) => [
      ...[entry.at, entry.isKey ? keyNamed(entry.who) : entry.who, did[entry.kind]],
      ...[entry.about, entry.detail && detailText(language, entry.kind, entry.detail), entry.count],
    ]),
  );
}
