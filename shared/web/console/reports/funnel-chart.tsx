import type { Funnel } from '../../../domain/reports/funnel.ts';
import type { Step } from '../../../domain/reports/steps.ts';
import { duration } from '../../duration.ts';
import { listed } from '../../language.ts';
import { BarChart } from './bar-chart.tsx';
import { filled, NumberLink } from './number-link.tsx';
import { money, part } from './numbers.ts';
import { NumberTable } from './table.tsx';
import { leadsLink, type ReportView } from './view.ts';
import { reportWords } from './words.ts';

const bars = [
  { counts: 'leads', stage: 'lead', step: 'name>lead' },
  { counts: 'entered', stage: 'mql', step: 'lead>mql' },
  { counts: 'accepted', stage: 'sal', step: 'mql>sal' },
  { counts: 'qualified', stage: 'sql', step: 'sal>sql' },
  { counts: 'opportunities', stage: 'opportunity', step: 'sql>opportunity' },
  { counts: 'won', stage: 'customer', step: 'opportunity>customer' },
] as const satisfies { counts: keyof Funnel; stage: string; step: Step }[];

interface Props {
  total: Funnel;
  view: ReportView;
  /** The one of the company, by its code. */
  currency: string;
}

/** The way from a lead to a customer, as bars that become shorter. */
export function FunnelChart({ total, view, currency }: Props) {
  const { language } = view;
  const { funnel } = reportWords[language];
  const rows = bars.map(({ counts, stage, step }, n) => {
    const before = bars[n - 1]?.counts;
    const { median } = total.times[step];
    return {
      ...{ name: funnel.stages[counts], stage, counts, count: countOf(total, counts) },
      note: before === undefined ? '' : part(language, countOf(total, counts), countOf(total, before)),
      time: median === null ? '–' : duration(language, median * 60),
    };
  });
  const { value, otherCurrencies = {} } = total.won;
  const amounts = [[currency, value] as const, ...Object.entries(otherCurrencies)]
    .filter(([, amount]) => amount > 0)
    .map(([code, amount]) => money(language, amount, code));
  return (
    <figure>
      <BarChart bars={rows} language={language} />
      <NumberTable
        caption={funnel.title}
        language={language}
        head={[funnel.stage, funnel.count, funnel.share, funnel.time, funnel.here]}
        rows={rows.map(({ name, stage, counts, note, time, ...row }) => [
          name,
          <NumberLink view={view} counted={`funnel.${counts}`} value={row.count} />,
          note || '–',
          time,
          <a href={leadsLink({ stage })} aria-label={funnel.openStage(name)}>
            {funnel.open}
          </a>,
        ])}
      />
      <ul>
        {amounts.length > 0 && <li>{funnel.value(listed(language, amounts))}</li>}
        {total.lost > 0 && (
          <li>{filled(funnel.lost, <NumberLink view={view} counted="funnel.lost" value={total.lost} />)}</li>
        )}
      </ul>
    </figure>
  );
}

function countOf(total: Funnel, counts: (typeof bars)[number]['counts']): number {
  const found = total[counts];
  return typeof found === 'number' ? found : found.total;
}
