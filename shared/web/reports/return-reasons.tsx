import type { Language } from '../../domain/language.ts';
import { BarChart } from './bar-chart.tsx';
import { percent } from './numbers.ts';
import type { Reports } from './reports.ts';
import { HiddenTable, Table } from './table.tsx';
import { reportWords } from './words.ts';

type Props = Pick<Reports, 'reasons' | 'criteria'> & { language: Language };

/** Why sales returned leads, the most frequent reason first, and what to do about it. */
export function ReturnReasons({ reasons, criteria, language }: Props) {
  const { nothing, reasons: words } = reportWords[language];
  const given = reasons.filter(({ returned }) => returned > 0).sort((a, b) => b.returned - a.returned);
  if (given.length === 0) return <p class="quiet">{nothing}</p>;
  return (
    <>
      <figure>
        <BarChart
          bars={given.map(({ reason, returned, share }) => ({
            name: words.names[reason],
            count: returned,
            note: percent(language, share),
          }))}
          language={language}
          isWarning
        />
        <HiddenTable
          caption={words.title}
          head={[words.reason, words.count]}
          rows={given.map(({ reason, returned }) => [words.names[reason], String(returned)])}
        />
      </figure>
      <dl>
        {given.map(({ reason }) => (
          <div>
            <dt>{words.names[reason]}</dt>
            <dd>{words.advice[reason]}</dd>
          </div>
        ))}
      </dl>
      {criteria.length > 0 && (
        <>
          <h3>{words.criteria}</h3>
          <Table
            caption={words.criteria}
            head={[words.criterion, words.told, words.caught]}
            rows={criteria.map(({ criterion, told, caught }) => [criterion, String(told), String(caught)])}
          />
        </>
      )}
    </>
  );
}
