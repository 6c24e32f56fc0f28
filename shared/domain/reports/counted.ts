import { HANDOVER_REASONS, RETURN_REASONS, type ReturnReason } from '../handover/handover.ts';
import { END_REASONS, type EndReason } from '../nurture/enrolment/enrolment.ts';
import { MAIL_METRICS, SEQUENCE_METRICS } from './mail-metrics.ts';
import { inAllLanguages } from './mail-names.ts';
import type { PartialPeriod } from './period.ts';
import { BUCKETS } from './steps.ts';
import type { Dimension, Metric, TotalsByName } from './totals.ts';

/** A number of a report, as an address names it: `mail.clicked` under the name of a mail, in a period. */
export interface CountedNumber {
  /** A key of `COUNTERS`. */
  counted: string;
  /** The mail, form and so on, by its name in the reports; empty for leads without one. All together when absent. */
  under?: string | undefined;
  period: PartialPeriod;
}

interface Counts {
  dimension: Dimension;
  metrics: readonly Metric[];
}

/** What a number counts. */
export interface Counter extends Counts {
  /**
   * In an hour or a day in which all of these are zero, nothing was counted. Where something is taken off, its own sum may
   * be zero although it changed.
   */
  signs: readonly Counts[];
}

const CORRECTED: Counts = { dimension: 'playbook', metrics: ['corrected'] };

const MOVED: readonly Metric[] = ['moved'];

const ofFunnel: Readonly<Record<string, readonly Metric[]>> = {
  entered: HANDOVER_REASONS.map((reason) => `entered.${reason}` as const),
  returned: RETURN_REASONS.map((reason) => `returned.${reason}` as const),
  ...each([
    ...(['leads', 'held', 'accepted', 'qualified', 'dropped', 'opportunities', 'won', 'lost'] as const),
    ...(['kept', 'late'] as const),
    ...RETURN_REASONS.map((reason) => `returned.${reason}` as const),
  ]),
};

const took = ({ number }: { number: number }) => `took.handover>answer.${number}` as const;

const ofMember: typeof ofFunnel = {
  answers: BUCKETS.map(took),
  ...Object.fromEntries(BUCKETS.map((bucket) => [`answers.${bucket.number}`, [took(bucket)]])),
  ...Object.fromEntries(['accepted', 'returned', 'kept', 'late'].map((what) => [what, ofFunnel[what] ?? []])),
};

/** Every number that opens the leads behind it. The funnel of all leads is that of all versions of the playbook. */
export const COUNTERS: ReadonlyMap<string, Counter> = new Map([
  ...counters('mail', 'mail', each(MAIL_METRICS)),
  ...counters('link', 'link', each(['clicked', 'clickedByMachine'])),
  ...counters('sequence', 'sequence', each(SEQUENCE_METRICS)),
  [
    'sequence.waiting',
    {
      ...{ dimension: 'waiting', metrics: ['here'] },
      signs: [{ dimension: 'sequence', metrics: SEQUENCE_METRICS }],
    },
  ],
  ...counters('funnel', 'playbook', ofFunnel),
  ...counters('form', 'form', ofFunnel),
  ...counters('campaign', 'campaign', ofFunnel),
  ...counters('playbook', 'playbook', ofFunnel),
  ...counters('criterion', 'criterion', each(['told', 'caught'])),
  ...counters('member', 'member', ofMember),
]);

/** Why somebody left a sequence, by the number that counts it; undefined for other numbers. */
export function endReasonIn(counted: string): EndReason | undefined {
  return END_REASONS.find((why) => counted === `sequence.left.${why}`);
}

/** The reason of the returns that a number counts; undefined for other numbers. */
export function returnReasonIn(counted: string): ReturnReason | undefined {
  return RETURN_REASONS.find((reason) => counted.endsWith(`.returned.${reason}`));
}

/** Whether a number counts what stands under a name; a mail or variant without a language has all its languages. */
export function isUnder({ counted, under }: CountedNumber, name: string): boolean {
  if (under === undefined || name === under) return true;
  if (inAllLanguages(name) === under) return true;
  return counted.startsWith('mail.') && name.startsWith(`${under}/`);
}

/** What totals say of a number. */
export function countIn(number: CountedNumber, totals: TotalsByName): number {
  const { metrics } = counterOf(number);
  const own = Object.entries(totals).filter(([name]) => isUnder(number, name));
  return own.reduce((sum, [, counts]) => sum + metrics.reduce((all, one) => all + (counts[one] ?? 0), 0), 0);
}

/** Whether something of a number may have been counted where these totals come from. */
export function mayCount(number: CountedNumber, totalsOf: (dimension: Dimension) => TotalsByName): boolean {
  const { signs, dimension: own } = counterOf(number);
  return signs.some(({ dimension, metrics }) =>
    Object.entries(totalsOf(dimension)).some(
      ([name, counts]) =>
        (dimension !== own || metrics === CORRECTED.metrics || isUnder(number, name)) &&
        metrics.some((metric) => counts[metric] !== undefined && counts[metric] !== 0),
    ),
  );
}

/** @throws for what is no number of the reports */
export function counterOf({ counted }: Pick<CountedNumber, 'counted'>): Counter {
  const counter = COUNTERS.get(counted);
  if (counter === undefined) throw new Error('This is no number of the reports');
  return counter;
}

function counters(
  kind: string,
  dimension: Dimension,
  numbers: Readonly<Record<string, readonly Metric[]>>,
): [string, Counter][] {
  const isAnswered = kind !== 'mail' && kind !== 'link' && kind !== 'sequence';
  const isMoved = dimension === 'form' || dimension === 'campaign';
  return Object.entries(numbers).map(([what, metrics]) => {
    const own = { dimension, metrics };
    const signs = [
      own,
      ...(isAnswered ? [CORRECTED] : []),
      ...(isMoved ? [{ dimension, metrics: MOVED }] : []),
    ];
    return [`${kind}.${what}`, { ...own, signs }];
  });
}

function each(metrics: readonly Metric[]): Readonly<Record<string, readonly Metric[]>> {
  return Object.fromEntries(metrics.map((metric) => [metric, [metric]]));
}
