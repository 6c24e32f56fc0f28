import type { Child } from 'hono/jsx';
import type { Language } from '../../../domain/language.ts';
import { FUNNEL_BY } from '../../../domain/reports/funnel.ts';
import type { FunnelRow } from './figures.ts';
import { count, part, shortDay } from './numbers.ts';
import { NumberTable } from './table.tsx';
import { leadsLink, type ReportView, reportLink } from './view.ts';
import { WeeksChart } from './weeks-chart.tsx';
import { reportWords } from './words.ts';

/** The figures by week, form, campaign or version of the playbook; weeks in which nothing happened are folded. */
export function Comparison({ rows, view }: { rows: readonly FunnelRow[]; view: ReportView }) {
  const { language, by } = view;
  const { nothing, comparison } = reportWords[language];
  const { columns, of, title } = comparison;
  const shown = by === 'week' ? folded(rows, language) : rows.map((row) => cellsOf(row, view));
  return (
    <>
      <nav class="choices" aria-label={title}>
        {FUNNEL_BY.map((one) => (
          <a href={reportLink(view, { by: one })} aria-current={one === by ? 'true' : undefined}>
            {comparison.by[one]}
          </a>
        ))}
      </nav>
      {by === 'week' && rows.length > 1 && rows.some(isBusy) && (
        <figure>
          <WeeksChart
            language={language}
            mondays={rows.map((row) => row.of ?? '')}
            lines={[
              { name: columns.mql, counts: rows.map((row) => row.entered.total) },
              { name: columns.sql, counts: rows.map((row) => row.qualified) },
            ]}
          />
        </figure>
      )}
      {rows.some(isBusy) ? (
        <NumberTable
          caption={`${title}, ${comparison.by[by]}`}
          language={language}
          head={[
            of[by],
            columns.leads,
            columns.mql,
            columns.returned,
            columns.sql,
            columns.share,
            columns.won,
          ]}
          rows={shown}
        />
      ) : (
        <p class="empty">{nothing}</p>
      )}
    </>
  );
}

/** Newest first; weeks in a row in which nothing happened as one line. */
function folded(rows: readonly FunnelRow[], language: Language): Child[][] {
  const { comparison } = reportWords[language];
  const lines: Child[][] = [];
  let empty = 0;
  const fold = () => {
    if (empty > 0) lines.push([comparison.quietWeeks(empty), ...Array.from({ length: 6 }, () => '–')]);
    empty = 0;
  };
  for (const row of [...rows].reverse()) {
    if (!isBusy(row)) {
      empty += 1;
      continue;
    }
    fold();
    lines.push([shortDay(language, row.of ?? ''), ...numbersOf(row, language)]);
  }
  fold();
  return lines;
}

function isBusy({ leads, entered, returned, qualified, mqlToSql, won }: FunnelRow): boolean {
  return leads + entered.total + returned.total + qualified + mqlToSql.didNot + won.total > 0;
}

function cellsOf(row: FunnelRow, { language, by }: ReportView): Child[] {
  const { none } = reportWords[language].comparison;
  if (by !== 'form' && by !== 'campaign') return [row.of ?? '', ...numbersOf(row, language)];
  const name = row.of === null ? none[by] : <a href={leadsLink({ [by]: row.of })}>{row.of}</a>;
  return [name, ...numbersOf(row, language)];
}

function numbersOf(row: FunnelRow, language: Language): string[] {
  const { became, didNot } = row.mqlToSql;
  const counts = [row.leads, row.entered.total, row.returned.total, row.qualified];
  return [
    ...counts.map((one) => count(language, one)),
    part(language, became, became + didNot),
    count(language, row.won.total),
  ];
}
