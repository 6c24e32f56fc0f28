import { Bars } from './bars.tsx';
import { HiddenTable, Table } from './hidden-table.tsx';
import type { Reports } from './reports.ts';
import type { ReportWords } from './words.ts';

type Props = Pick<Reports, 'reasons' | 'criteria'> & { words: ReportWords };

/** Why sales gave leads back, most frequent first, and what to do about it. */
export function Reasons({ reasons, criteria, words }: Props) {
  const said = words.reasons;
  const given = reasons.filter(({ returned }) => returned > 0).sort((a, b) => b.returned - a.returned);
  if (given.length === 0) return <p class="quiet">{words.nothing}</p>;
  return (
    <>
      <figure>
        <Bars
          bars={given.map(({ reason, returned, share }) => ({
            name: said.names[reason],
            count: returned,
            note: words.share(share),
          }))}
          locale={words.locale}
          warn
        />
        <HiddenTable
          caption={said.title}
          head={[said.reason, said.count]}
          rows={given.map(({ reason, returned }) => [said.names[reason], String(returned)])}
        />
      </figure>
      <dl>
        {given.map(({ reason }) => (
          <div>
            <dt>{said.names[reason]}</dt>
            <dd>{said.advice[reason]}</dd>
          </div>
        ))}
      </dl>
      {criteria.length > 0 && (
        <>
          <h3>{said.criteria}</h3>
          <Table
            caption={said.criteria}
            head={[said.criterion, said.told, said.caught]}
            rows={criteria.map(({ criterion, told, caught }) => [criterion, String(told), String(caught)])}
          />
        </>
      )}
    </>
  );
}
