import type { Outcome } from '../outcome.ts';
import type { Order } from '../people/population.ts';
import { VALUE_WON } from '../sales/sales-figures.ts';
import type { Story } from '../story.ts';
import { table } from './table.ts';

const BANDS = ['newsletter', 'guides', 'ads', 'call'];

/** The results of a simulation as text. */
export function summary({ weeks, seed }: Order, story: Story, outcome: Outcome): string {
  const { steps, kinds, handovers, sales, countedScans } = outcome;
  const sum = (list: number[]) => list.reduce((total, one) => total + one, 0);
  const mailRows = steps.map(({ mail, ...counts }) => [mail, ...Object.values(counts)]);
  const kindRows = kinds.map(({ kind, people, bands, unsubscribed, handedOver }) => [
    kind,
    people,
    ...BANDS.map((band) => bands[band] ?? 0),
    unsubscribed,
    handedOver,
  ]);
  const reasons = Object.entries(handovers).map(([reason, count]) => `${count} ${reason}`);
  return [
    `${story.leads.length} leads and ${story.passersby.length} other visitors in ${weeks} weeks (seed ${seed})`,
    table(
      ['mail', 'sent', 'opened', 'clicked', 'left', 'bounced'],
      [
        ...mailRows,
        ['total', ...[1, 2, 3, 4, 5].map((column) => sum(mailRows.map((row) => Number(row[column]))))],
      ],
    ),
    `Link scanners loaded ${story.scanned.images} images and fetched ${story.scanned.links} links; ${countedScans} of these count.`,
    table(
      ['kind', 'people', ...BANDS, 'left', 'to sales'],
      [
        ...kindRows,
        ['total', ...[1, 2, 3, 4, 5, 6, 7].map((column) => sum(kindRows.map((row) => Number(row[column]))))],
      ],
    ),
    `Hand-overs: ${reasons.join(', ') || 'none'}`,
    table(['sales', 'number'], [...sales].map(salesRow)),
    comparison(outcome),
  ].join('\n\n');
}

function salesRow([name, number]: [string, number]): [string, string | number] {
  return [name, name === VALUE_WON ? `€ ${number.toLocaleString('en')}` : number];
}

/** The reports count all leads, so others in the twin can make them differ. */
function comparison({ differences, others }: Outcome): string {
  if (differences.length === 0) return 'The reports of the console say the same.';
  const also = others > 0 ? ` The twin also holds ${others} leads from outside this simulation.` : '';
  return `The reports differ: ${differences.join('; ')}.${also}`;
}
