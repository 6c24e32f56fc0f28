import type { Child } from 'hono/jsx';
import { FUNNEL_BY } from '../../../domain/reports/funnel.ts';
import { OTHERS } from '../../../domain/reports/totals.ts';
import { plusDays } from '../../../domain/time.ts';
import type { FunnelRow } from './figures.ts';
import { NumberLink } from './number-link.tsx';
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
  const shown = by === 'week' ? folded(rows, view) : rows.filter(isBusy).map((row) => cellsOf(row, view));
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
function folded(rows: readonly FunnelRow[], view: ReportView): Child[][] {
  const { language, period } = view;
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
    const monday = row.of ?? '';
    const week = {
      from: monday > period.from ? monday : period.from,
      to: plusDays(monday, 6) < period.to ? plusDays(monday, 6) : period.to,
    };
    const of = shortDay(language, monday);
    lines.push([of, ...numbersOf(row, { ...{ view: { language, period: week }, kind: 'funnel' }, of })]);
  }
  fold();
  return lines;
}

/** Whether anything was counted, also what has no column here. */
function isBusy({ leads, entered, held, accepted, returned, ...row }: FunnelRow): boolean {
  const { qualified, opportunities, won, lost, mqlToSql, agreement } = row;
  const counts = [leads, held, accepted, qualified, opportunities, won.total, lost, mqlToSql.didNot];
  const byReason = [...Object.values(entered), ...Object.values(returned)];
  return [...counts, ...byReason, agreement.kept, agreement.late].some((one) => one > 0);
}

function cellsOf(row: FunnelRow, view: ReportView): Child[] {
  const { by, language } = view;
  const { none } = reportWords[language].comparison;
  const isNamed = by === 'form' || by === 'campaign';
  const of = row.of ?? (isNamed ? none[by] : '');
  // What is together as `other` cannot be told apart again.
  const isOther = by === 'campaign' && row.of === OTHERS;
  const numbers = numbersOf(row, { view, kind: isOther ? undefined : by, under: row.of ?? '', of });
  const name =
    isNamed && row.of !== null && !isOther ? <a href={leadsLink({ [by]: row.of })}>{row.of}</a> : of;
  return [name, ...numbers];
}

interface Place {
  view: Pick<ReportView, 'language' | 'period'>;
  /** What the number is of, as the list of leads names it; undefined for what opens nothing. */
  kind: string | undefined;
  under?: string;
  of: string;
}

function numbersOf(row: FunnelRow, { view, kind, under, of }: Place): Child[] {
  const { language } = view;
  const { became, didNot } = row.mqlToSql;
  const number = (what: string, value: number) =>
    kind === undefined ? (
      count(language, value)
    ) : (
      <NumberLink view={view} counted={`${kind}.${what}`} under={under} of={of} value={value} />
    );
  return [
    ...[number('leads', row.leads), number('entered', row.entered.total)],
    ...[number('returned', row.returned.total), number('qualified', row.qualified)],
    part(language, became, became + didNot),
    number('won', row.won.total),
  ];
}
