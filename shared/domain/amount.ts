import { withoutInvisible } from './clean-text.ts';

/**
 * A whole number or a range, both ends included. A number has the same ends; `500+` has no upper end, `<10` no lower one.
 */
export type Amount = { from: number; to?: number } | { from?: never; to: number };

/**
 * The amount in a text as people write it: `1.200`, `5K`, `51-200`, `10 tot 50`, `500+`, `ca. 50 medewerkers`.
 * @returns undefined for what can be read in more than one way, such as `51,200`: a number in English, and what a
 * spreadsheet makes of the range `51-200`
 */
export function readAmount(text: string): Amount | undefined {
  const bare = plain(text).replace(ABOUT, '').replace(CURRENCY, '').replace(UNIT, '').trim();
  for (const { form, amount } of FORMS) {
    const match = form.exec(bare);
    if (match !== null) return amount(match[1] ?? '', match[2] ?? '');
  }
  return exactly(numberIn(bare, { isAlone: true }));
}

/** Whether the amount in an answer lies in a range, both ends included. A range counts by its lower end. */
export function isAmountIn(
  { from = 0, to = Number.POSITIVE_INFINITY }: { from?: number | undefined; to?: number | undefined },
  answer: string | undefined,
): boolean {
  const amount = readAmount(answer ?? '');
  return amount !== undefined && (amount.from ?? 0) >= from && (amount.from ?? amount.to) <= to;
}

const ABOUT =
  /^(?:[~≈±]|\+\/?-|ca\.?|circa|ongeveer|plm\.?|zo'n|rond(?: de)?|about|around|approx\.?|approximately|roughly)(?=[\s\d]) ?/;
const CURRENCY = /^(?:€|eur|\$|£) ?|(?: ?(?:€|euro?)|,-)$/g;
const UNIT =
  / ?(?:employees?|people|persons?|staff|colleagues|fte(?:'?s)?|medewerkers?|werknemers?|mensen|personen|collega's|man)$/;

type AmountOf = (one: string, other: string) => Amount | undefined;

const within: AmountOf = (one, other) => {
  // `1-5k` may start at one or at a thousand.
  if (THOUSANDS.test(other) && !THOUSANDS.test(one)) return undefined;
  const [from, to] = [numberIn(one), numberIn(other)];
  return from === undefined || to === undefined || from > to ? undefined : { from, to };
};
const atLeast: AmountOf = (one) => from(numberIn(one));
const above: AmountOf = (one) => from(numberIn(one), 1);
const atMost: AmountOf = (one) => upTo(numberIn(one));
const below: AmountOf = (one) => upTo(numberIn(one), 1);

const FORMS: readonly { form: RegExp; amount: AmountOf }[] = [
  { form: /^(?:between|tussen)(?: de)? (.+) (?:and|en) (.+)$/, amount: within },
  {
    form: /^(?:(?:from|van) )?(\d.*?) ?(?:-|~|\.\.| (?:to|tot|tot en met|t\/m|à) ) ?(\d.*)$/,
    amount: within,
  },
  { form: /^(.+?) ?(?:\+| (?:plus|or more|of meer|en meer))$/, amount: atLeast },
  { form: /^(?:>=|≥|at least |minstens |minimaal |vanaf )(.+)$/, amount: atLeast },
  { form: /^(?:>|more than |over |meer dan )(.+)$/, amount: above },
  { form: /^(?:<=|≤|at most |up to |hoogstens |maximaal |max\.? |t\/m |tot en met )(.+)$/, amount: atMost },
  { form: /^(.+?) (?:or less|or fewer|of minder)$/, amount: atMost },
  { form: /^(?:<|less than |fewer than |under |minder dan |onder de )(.+)$/, amount: below },
];

/** In characters; what is longer is no amount. */
const LONGEST = 100;
const THOUSANDS = /(?:k|duizend|thousand)$/;
const LARGEST = 1_000_000_000;

/** @param isAlone when nothing beside it shows that a comma separates thousands */
function numberIn(text: string, { isAlone = false } = {}): number | undefined {
  const number = numberOf(text.trim(), isAlone);
  return number !== undefined && number <= LARGEST ? number : undefined;
}

function numberOf(text: string, isAlone: boolean): number | undefined {
  if (THOUSANDS.test(text)) {
    const factor = text.replace(THOUSANDS, '').trim().replace(',', '.');
    return /^\d{1,3}(?:\.\d{1,2})?$/.test(factor) ? Math.round(Number(factor) * 1_000) : undefined;
  }
  const [, whole = '', point] = /^(.*?)(?:([.,])0{1,2})?$/.exec(text) ?? [];
  if (/^\d{1,10}$/.test(whole)) return Number(whole);
  if (isAlone && point === undefined && /^\d{1,3},[1-9]\d\d$/.test(whole)) return undefined;
  const separator = /^\d{1,3}([., '])\d{3}(?:\1\d{3})*$/.exec(whole)?.[1];
  return separator === undefined || separator === point ? undefined : Number(whole.replace(/\D/g, ''));
}

function exactly(number: number | undefined): Amount | undefined {
  return number === undefined ? undefined : { from: number, to: number };
}

function from(number: number | undefined, more = 0): Amount | undefined {
  return number === undefined ? undefined : { from: number + more };
}

function upTo(number: number | undefined, less = 0): Amount | undefined {
  return number === undefined || number < less ? undefined : { to: number - less };
}

/** Lower case, with the digits, dashes, apostrophes and spaces of ASCII. */
function plain(text: string): string {
  return withoutInvisible(text.slice(0, LONGEST))
    .replace(/[\uff01-\uff5e]/g, (wide) => wide.normalize('NFKC'))
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)))
    .replace(/\p{Pd}|\u2212/gu, '-')
    .replace(/[’‘´`]/g, "'")
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .trim();
}

/** In every script the digits from 0 to 9 follow each other. */
function digitValue(digit: number): number {
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(digit - before - 1))) before++;
  return before % 10;
}
