import { FUNNEL_BY, type FunnelBy } from '../../domain/reports/funnel.ts';
import { Table } from './hidden-table.tsx';
import type { Reports } from './reports.ts';
import type { ReportWords } from './words.ts';

interface Props extends Pick<Reports, 'by' | 'rows'> {
  words: ReportWords;
  /** The address of this page, divided in another way. */
  link: (by: FunnelBy) => string;
}

/** The same figures by week, form, campaign or version of the playbook. */
export function Compared({ by, rows, words, link }: Props) {
  const { columns, of, none, title } = words.rows;
  const day = new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const nameOf = (name: string | null) =>
    by === 'week' ? day.format(new Date(name ?? '')) : (name ?? none[by]);
  return (
    <>
      <nav class="choices" aria-label={title}>
        {FUNNEL_BY.map((one) => (
          <a href={link(one)} aria-current={one === by ? 'true' : undefined}>
            {words.rows.by[one]}
          </a>
        ))}
      </nav>
      {rows.length === 0 ? (
        <p class="quiet">{words.nothing}</p>
      ) : (
        <Table
          caption={`${title}, ${words.rows.by[by]}`}
          head={[
            of[by],
            columns.leads,
            columns.mql,
            columns.returned,
            columns.sql,
            columns.share,
            columns.won,
          ]}
          rows={(by === 'week' ? [...rows].reverse() : rows).map((row) => [
            nameOf(row.of),
            ...[row.leads, row.entered.total, row.returned.total, row.qualified].map(String),
            words.share(row.mqlToSql.share),
            String(row.won.total),
          ])}
        />
      )}
    </>
  );
}
