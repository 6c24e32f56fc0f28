import type { Conversion, Funnel } from '../../domain/reports/funnel.ts';
import type { Step } from '../../domain/reports/steps.ts';
import { Bars } from './bars.tsx';
import { HiddenTable } from './hidden-table.tsx';
import type { Bar, ReportWords } from './words.ts';

const bars: { name: Bar; conversion?: Conversion; step: Step }[] = [
  { name: 'leads', step: 'name>lead' },
  { name: 'entered', conversion: 'leadToMql', step: 'lead>mql' },
  { name: 'accepted', conversion: 'mqlToSal', step: 'mql>sal' },
  { name: 'qualified', conversion: 'salToSql', step: 'sal>sql' },
  { name: 'opportunities', conversion: 'sqlToOpportunity', step: 'sql>opportunity' },
  { name: 'won', conversion: 'opportunityToCustomer', step: 'opportunity>customer' },
];

/** The way from a lead to a customer as bars that become shorter. */
export function FunnelPicture({ total, words }: { total: Funnel; words: ReportWords }) {
  const { funnel, locale } = words;
  const rows = bars.map(({ name, conversion, step }) => {
    const median = total.times[step].median;
    return {
      name: funnel.stages[name],
      count: countOf(total, name),
      note: conversion === undefined ? '' : words.share(total.conversions[conversion]),
      time: median === null ? '–' : words.hours(median),
    };
  });
  const euros = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  return (
    <figure>
      <Bars bars={rows} locale={locale} />
      <HiddenTable
        caption={funnel.title}
        head={[funnel.stage, funnel.count, funnel.share, funnel.time]}
        rows={rows.map(({ name, count, note, time }) => [name, String(count), note || '–', time])}
      />
      <ul class="facts">
        {rows.flatMap(({ name, time }) =>
          time === '–' ? [] : <li>{`${name}: ${funnel.time.toLowerCase()} ${time}`}</li>,
        )}
        {total.won.value > 0 && <li>{funnel.value(euros.format(total.won.value))}</li>}
        {total.lost > 0 && <li>{funnel.lost(total.lost)}</li>}
      </ul>
    </figure>
  );
}

function countOf(total: Funnel, bar: Bar): number {
  if (bar === 'entered') return total.entered.total;
  return bar === 'won' ? total.won.total : total[bar];
}
