import type { Language } from '../../domain/language.ts';
import { FUNNEL_BY, type FunnelBy } from '../../domain/reports/funnel.ts';
import { locales } from '../language.ts';
import { percent } from './numbers.ts';
import type { Reports } from './reports.ts';
import { Table } from './table.tsx';
import { reportWords } from './words.ts';

interface Props extends Pick<Reports, 'by' | 'rows'> {
  language: Language;
  /** The address of this page with the figures divided in another way. */
  link: (by: FunnelBy) => string;
}

/** The figures by week, form, campaign or version of the playbook. */
export function Comparison({ by, rows, language, link }: Props) {
  const { nothing, comparison } = reportWords[language];
  const { columns, of, none, title } = comparison;
  const day = new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeZone: 'UTC' });
  const nameOf = (name: string | null) => {
    if (name === null) return by === 'form' || by === 'campaign' ? none[by] : '';
    return by === 'week' ? day.format(new Date(name)) : name;
  };
  return (
    <>
      <nav class="choices" aria-label={title}>
        {FUNNEL_BY.map((one) => (
          <a href={link(one)} aria-current={one === by ? 'true' : undefined}>
            {comparison.by[one]}
          </a>
        ))}
      </nav>
      {rows.length === 0 ? (
        <p class="quiet">{nothing}</p>
      ) : (
        <Table
          caption={`${title}, ${comparison.by[by]}`}
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
            percent(language, row.mqlToSql.share),
            String(row.won.total),
          ])}
        />
      )}
    </>
  );
}
