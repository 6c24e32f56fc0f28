import { BarChart } from './bar-chart.tsx';
import type { ReturnFigures } from './figures.ts';
import { filled, NumberLink } from './number-link.tsx';
import { part } from './numbers.ts';
import { NumberTable } from './table.tsx';
import { leadsLink, type ReportView } from './view.ts';
import { reportWords } from './words.ts';

type Props = ReturnFigures & { view: ReportView };

/** Why sales returned leads, the most frequent reason first, and what to do about it. */
export function ReturnReasons({ reasons, criteria, returned: all, handedOver, view }: Props) {
  const { language } = view;
  const { nothing, reasons: words } = reportWords[language];
  const given = reasons.filter(({ returned }) => returned > 0).sort((a, b) => b.returned - a.returned);
  if (given.length === 0) return <p class="empty">{nothing}</p>;
  return (
    <>
      <section class="card">
        <p>
          {filled(
            words.total,
            <NumberLink view={view} counted="funnel.returned" value={all} />,
            <NumberLink view={view} counted="funnel.entered" value={handedOver} />,
          )}
        </p>
        <p>{words.meaning}</p>
        <figure>
          <BarChart
            bars={given.map(({ reason, returned }) => ({
              name: words.names[reason],
              count: returned,
              note: part(language, returned, all),
            }))}
            language={language}
            isWarning
          />
          <NumberTable
            caption={words.title}
            language={language}
            head={[words.reason, words.count, words.share, words.last]}
            rows={given.map(({ reason, returned }) => [
              words.names[reason],
              <NumberLink view={view} counted={`funnel.returned.${reason}`} value={returned} />,
              part(language, returned, all),
              <a href={leadsLink({ returned: reason })} aria-label={words.openReason(words.names[reason])}>
                {words.open}
              </a>,
            ])}
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
      </section>
      {criteria.length > 0 && (
        <section class="card">
          <h2>{words.criteria}</h2>
          <NumberTable
            caption={words.criteria}
            language={language}
            head={[words.criterion, words.told, words.caught]}
            rows={criteria.map(({ criterion, told, caught }) => [
              criterion,
              <NumberLink {...{ view, ...named(criterion) }} counted="criterion.told" value={told} />,
              <NumberLink {...{ view, ...named(criterion) }} counted="criterion.caught" value={caught} />,
            ])}
          />
        </section>
      )}
    </>
  );
}

const named = (criterion: string) => ({ under: criterion, of: criterion });
