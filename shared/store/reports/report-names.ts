import { RETURN_REASONS } from '../../domain/handover/handover.ts';
import { STAGES, type Stage } from '../../domain/identity/lead.ts';
import { MAIL_METRICS, SEQUENCE_METRICS } from '../../domain/reports/mail-metrics.ts';
import { BUCKETS, TIMED } from '../../domain/reports/steps.ts';
import { DIMENSIONS, type Dimension, type Increment, type Metric } from '../../domain/reports/totals.ts';

/** Short codes, because each write pays for the whole item. A code never changes: stored items use it. */
const codes = new Map<Metric, string>([
  ['here', 'i'],
  ['unconfirmed', 'iu'],
  ['leads', 'l'],
  ['entered.threshold', 'et'],
  ['entered.hand-raiser', 'eh'],
  ['entered.stalled', 'es'],
  ['held', 'h'],
  ['accepted', 'a'],
  ['qualified', 'q'],
  ['dropped', 'd'],
  ['opportunities', 'o'],
  ['won', 'w'],
  ['value', 'v'],
  ['lost', 'x'],
  ['kept', 'k'],
  ['late', 'y'],
  ['corrected', 'b'],
  ['moved', 'n'],
  ['told', 'ct'],
  ['caught', 'cc'],
  ...MAIL_METRICS.map((metric, n) => [metric, `e${n}`] as const),
  ...SEQUENCE_METRICS.map((metric, n) => [metric, `s${n}`] as const),
  ...RETURN_REASONS.map((reason, n) => [`returned.${reason}`, `r${n}`] as const),
  ...TIMED.map((step, n) => [`minutes.${step}`, `m${n}`] as const),
  ...TIMED.flatMap((step, n) =>
    BUCKETS.map(({ number }) => [`took.${step}.${number}`, `t${n}.${number}`] as const),
  ),
]);
const facts = new Map([...codes].map(([fact, code]) => [code, fact]));
const kinds: Readonly<Record<Dimension, string>> = {
  ...{ form: 'f', campaign: 'c', playbook: 'p', criterion: 'b', cell: 'm', trait: 't' },
  ...{ mail: 'e', link: 'l', sequence: 's', waiting: 'w', member: 'r' },
};
const kindsByCode = new Map(DIMENSIONS.map((kind) => [kinds[kind], kind]));

const IN_CURRENCY = 'value.';

/** The short name of a fact. */
export function codeOf(fact: Metric): string {
  return codes.get(fact) ?? (fact.startsWith(IN_CURRENCY) ? `v.${fact.slice(IN_CURRENCY.length)}` : fact);
}

/** The fact of a short name; undefined for what is none. */
export function factOf(code: string): Metric | undefined {
  return facts.get(code) ?? (/^v\.[A-Z]{3}$/.test(code) ? `${IN_CURRENCY}${code.slice(2)}` : undefined);
}

/** A cell has few values: a letter for the fit, one for the readiness and a number for the stage. */
const cellCode = (cell: string) => {
  const [fit = '', readiness = '', stage] = cell.split('.');
  return `${fit[0]}${readiness[0]}${STAGES.indexOf(stage as Stage)}`;
};
const words: Record<string, string> = {
  ...{ g: 'good', b: 'bad', u: 'unknown' },
  ...{ n: 'not-ready', r: 'ready', h: 'hand-raiser' },
};
const cellOfCode = ([fit = '', readiness = '', stage]: string) =>
  `${words[fit]}.${words[readiness]}.${STAGES[Number(stage)]}`;

/** The prefix of the counters of a name in a dimension: a form, a campaign and so on. */
export function groupName({ dimension, of }: Pick<Increment, 'dimension' | 'of'>): string {
  return `${kinds[dimension]}${dimension === 'cell' ? cellCode(of) : of}`;
}

/** The name of the attribute that counts a fact. The bar distinguishes it from all other attributes. */
export function counterName(count: Omit<Increment, 'by'>): string {
  return `${groupName(count)}|${codeOf(count.metric)}`;
}

/** The fact that an attribute counts; undefined when it counts none. */
export function countOf(name: string, by: number): Increment | undefined {
  const bar = name.lastIndexOf('|');
  const kind: Dimension | undefined = kindsByCode.get(name.slice(0, 1));
  const fact = factOf(name.slice(bar + 1));
  if (bar === -1 || kind === undefined || fact === undefined) return undefined;
  const of = name.slice(1, bar);
  return { dimension: kind, of: kind === 'cell' ? cellOfCode(of) : of, metric: fact, by };
}
