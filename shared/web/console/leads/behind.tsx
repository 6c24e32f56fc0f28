import { count, numberName, shortDay } from '../reports/numbers.ts';
import { reportWords } from '../reports/words.ts';
import { type LeadsProps, listLink, type ShownBehind } from './props.ts';
import { leadsWords } from './words.ts';

/** Of which number of a report the list has the leads, how many of what it counts they are, and why not all. */
export function Behind({ language, asked, behind }: LeadsProps) {
  if (behind === undefined) return null;
  const words = leadsWords[language].behind;
  const { number, name, times, ids, isNow, period, counted, hidden } = behind;
  const said = words.counted(count(language, counted), count(language, ids.size - hidden));
  const missing = missingOf(behind, language);
  const { counted: _, under: __, from: ___, to: ____, cursor: _____, ...rest } = asked;
  const isNarrowed = Object.keys(rest).some((name) => name !== 'order');
  return (
    <section class="card">
      <h2>
        {numberName(language, number.counted)}
        {name !== '' && <>: {name}</>}
      </h2>
      <p>
        {isNow
          ? words.now
          : reportWords[language].period(shortDay(language, period.from), shortDay(language, period.to))}
      </p>
      <p>{times > ids.size ? `${said} ${words.oftenCounted}` : said}</p>
      {missing.length > 0 && (
        <ul>
          {missing.map((why) => (
            <li>{why}</li>
          ))}
        </ul>
      )}
      {isNarrowed && <p>{words.narrowed}</p>}
      <p class="buttons">
        <a href={reportOf(behind)}>{words.report}</a>
        <a href={listLink(rest)}>{words.without}</a>
      </p>
    </section>
  );
}

function missingOf(
  { erased, hidden, unknown, takenOff, since }: ShownBehind,
  language: LeadsProps['language'],
) {
  const words = leadsWords[language].behind;
  return [
    ...(hidden > 0 ? [words.hidden(count(language, hidden))] : []),
    ...(erased > 0 ? [words.erased(count(language, erased))] : []),
    ...(takenOff > 0 ? [words.takenOff(count(language, takenOff))] : []),
    ...(since !== undefined ? [words.since(shortDay(language, since))] : []),
    ...(since === undefined && unknown > 0 ? [words.unknown(count(language, unknown))] : []),
  ];
}

const REPORTS: Readonly<Record<string, string>> = {
  ...{ mail: 'mails', link: 'mails', sequence: 'mails', criterion: 'returns', member: 'responses' },
};

/** The report that has the number. */
function reportOf({ number, period, isNow }: ShownBehind): string {
  const [kind = '', what = ''] = number.counted.split('.');
  const report = what === 'returned' && kind === 'funnel' ? 'returns' : (REPORTS[kind] ?? 'funnel');
  const by = kind === 'form' || kind === 'campaign' || kind === 'playbook' ? { by: kind } : {};
  const query = new URLSearchParams({ ...(!isNow && period), ...by }).toString();
  return `/console/reports/${report}${query && `?${query}`}`;
}
