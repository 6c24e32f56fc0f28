import type { Language } from '../../domain/language.ts';
import type { Conversion, Funnel } from '../../domain/reports/funnel.ts';
import type { Step } from '../../domain/reports/steps.ts';
import { duration } from '../duration.ts';
import { BarChart } from './bar-chart.tsx';
import { euros, percent } from './numbers.ts';
import { HiddenTable } from './table.tsx';
import { reportWords } from './words.ts';

const bars = [
  { stage: 'leads', step: 'name>lead' },
  { stage: 'entered', conversion: 'leadToMql', step: 'lead>mql' },
  { stage: 'accepted', conversion: 'mqlToSal', step: 'mql>sal' },
  { stage: 'qualified', conversion: 'salToSql', step: 'sal>sql' },
  { stage: 'opportunities', conversion: 'sqlToOpportunity', step: 'sql>opportunity' },
  { stage: 'won', conversion: 'opportunityToCustomer', step: 'opportunity>customer' },
] as const satisfies { stage: keyof Funnel; conversion?: Conversion; step: Step }[];

/** The way from a lead to a customer, as bars that become shorter. */
export function FunnelChart({ total, language }: { total: Funnel; language: Language }) {
  const { funnel } = reportWords[language];
  const rows = bars.map((bar) => {
    const median = total.times[bar.step].median;
    return {
      name: funnel.stages[bar.stage],
      count: countOf(total, bar.stage),
      note: 'conversion' in bar ? percent(language, total.conversions[bar.conversion]) : '',
      time: median === null ? undefined : duration(language, median * 60),
    };
  });
  return (
    <figure>
      <BarChart bars={rows} language={language} />
      <HiddenTable
        caption={funnel.title}
        head={[funnel.stage, funnel.count, funnel.share, funnel.time]}
        rows={rows.map(({ name, count, note, time = '–' }) => [name, String(count), note || '–', time])}
      />
      <ul class="facts">
        {rows.flatMap(({ name, time }) =>
          time === undefined ? [] : <li>{`${name}: ${funnel.time.toLowerCase()} ${time}`}</li>,
        )}
        {total.won.value > 0 && <li>{funnel.value(euros(language, total.won.value))}</li>}
        {total.lost > 0 && <li>{funnel.lost(total.lost)}</li>}
      </ul>
    </figure>
  );
}

function countOf(total: Funnel, stage: (typeof bars)[number]['stage']): number {
  const count = total[stage];
  return typeof count === 'number' ? count : count.total;
}
