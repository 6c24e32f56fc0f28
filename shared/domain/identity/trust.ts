import type { Instant } from '../time.ts';
import type { AnyEvent, Submission } from '../tracking/event.ts';
import type { VisitorId } from './ids.ts';

/** Whose word counts for a person's data, the highest first. `README.md` says what earns each rank. */
export const RANKS = ['sales', 'person', 'crm', 'browser', 'form'] as const;
export type Rank = (typeof RANKS)[number];

/** A value that was given for a field of a lead. */
export interface ClaimedValue {
  value: string;
  at: Instant;
  source: string;
  /** The voice that said it. Absent: a colleague did, or another system. */
  by?: string;
  /** The colleague who said it in the console. Empty is a word as well: nothing is known. */
  colleague?: string;
  /** When this voice first said something for this field in a form that asked permission. */
  asked?: Instant;
}

/** Who sent forms with an address: a browser, or one form of a browser that declined an id. */
export interface Voice {
  /** When the browser first sent a form with the address. */
  since?: Instant;
  /** When it last asked permission. */
  asked?: Instant;
  /** When a click in a mail to the address last confirmed what it asked. */
  confirmed?: Instant;
  /** When a link in a mail to the address first led here. */
  landed?: Instant;
}

export type Voices = Readonly<Record<string, Voice>>;

/** The voices of an address, and when a click in a mail last confirmed what was asked until then. */
export interface Speakers {
  voices?: Voices;
  clickedAt?: Instant;
}

/** Begins the name of a form that came without a browser's id. No such id contains it. */
const NO_BROWSER = '?';

/** The name of a browser: the end of its id, long enough to be unique. */
export function browserName(visitor: VisitorId): string {
  return visitor.slice(-12);
}

/** The name of the voice that sent a form: its browser, or else that form alone. */
export function voiceOf({ visitor, id }: Pick<Submission, 'visitor' | 'id'>): string {
  return visitor === undefined ? `${NO_BROWSER}${id.slice(-12)}` : browserName(visitor);
}

const isBrowser = (voice: string) => !voice.startsWith(NO_BROWSER);

/** Whether a click in a mail to the address showed that a voice belongs to its owner. */
export function isConfirmed({ voices = {} }: Speakers, voice: string): boolean {
  const { confirmed, landed } = voices[voice] ?? {};
  return confirmed !== undefined || landed !== undefined;
}

/** Whether an event is a form that nobody confirmed, or of a browser that only such a form linked. */
export function isUnconfirmed(event: AnyEvent, speakers: Speakers): boolean {
  if (event.type === 'form') return !isConfirmed(speakers, voiceOf(event));
  return 'visitor' in event && !isConfirmed(speakers, browserName(event.visitor));
}

/**
 * The only voice that asked permission since the last click; undefined when there is none, or more than one: then a
 * click does not say whose request it confirms.
 */
export function soleAsker({ voices = {}, clickedAt = '' }: Speakers): string | undefined {
  const open = Object.entries(voices).filter(([, { asked = '' }]) => asked > clickedAt);
  return open.length === 1 ? open[0]?.[0] : undefined;
}

/** The rank of a claim. */
export function rankOf({ by, colleague, asked }: ClaimedValue, speakers: Speakers): Rank {
  if (colleague !== undefined) return 'sales';
  if (by === undefined) return 'crm';
  const confirmed = speakers.voices?.[by]?.confirmed;
  if (asked !== undefined && confirmed !== undefined && asked <= confirmed) return 'person';
  return isConfirmed(speakers, by) ? 'browser' : 'form';
}

/** All colleagues are one voice. No browser is called so, as it is no text. */
const COLLEAGUES = Symbol('colleagues');

function speakerOf({ by, colleague }: ClaimedValue): string | symbol | undefined {
  return colleague === undefined ? by : COLLEAGUES;
}

/** Whether two claims are of one voice. */
export function isSameVoice(one: ClaimedValue, other: ClaimedValue): boolean {
  return speakerOf(one) === speakerOf(other);
}

/**
 * The claims on one field, the winner first, the newest of each voice only. Order and repetition make no difference. The
 * claim of the sole asker always stays, because a click may make it win; `LOSERS` says how many others do.
 */
export function rankClaims(claims: readonly ClaimedValue[], speakers: Speakers): ClaimedValue[] {
  const newest = new Map<string | symbol | undefined, ClaimedValue>();
  for (const claim of claims) {
    const speaker = speakerOf(claim);
    newest.set(speaker, together(newest.get(speaker), claim));
  }
  const place = (claim: ClaimedValue) => RANKS.indexOf(rankOf(claim, speakers));
  const since = ({ by = '', at }: ClaimedValue) => `${speakers.voices?.[by]?.since ?? at} ${by}`;
  const ranked = [...newest.values()].sort((a, b) => {
    const difference = place(a) - place(b);
    if (difference !== 0) return difference;
    const isFirst = rankOf(a, speakers) === 'form' ? since(a) < since(b) : precedes(b, a);
    return isFirst ? -1 : 1;
  });
  return bounded(ranked, speakers);
}

/** How many claims of each kind a field keeps, besides those of colleagues, of other systems and of the sole asker. */
const KEPT = { formsWithoutBrowser: 1, others: 2 };

function bounded(ranked: ClaimedValue[], speakers: Speakers): ClaimedValue[] {
  const asker = soleAsker(speakers);
  const left = { ...KEPT };
  return ranked.filter((claim) => {
    const { by } = claim;
    if (by === undefined || by === asker) return true;
    const isLoneForm = !isBrowser(by) && rankOf(claim, speakers) === 'form';
    return left[isLoneForm ? 'formsWithoutBrowser' : 'others']-- > 0;
  });
}

/** Two claims of one voice: the newest value, at the rank that either earned. */
function together(a: ClaimedValue | undefined, b: ClaimedValue): ClaimedValue {
  if (a === undefined) return b;
  const newest = precedes(a, b) ? b : a;
  const asked = earliest(a.asked, b.asked);
  return { ...newest, ...(asked !== undefined && { asked }) };
}

function precedes(a: ClaimedValue, b: ClaimedValue): boolean {
  const textOf = ({ value, source, colleague = '' }: ClaimedValue) => value + source + colleague;
  return a.at === b.at ? textOf(a) < textOf(b) : a.at < b.at;
}

/** How many voices are kept: the last that were confirmed, the first that were not, and the last two that asked. */
const MOST = { confirmed: 10, unconfirmed: 6, asking: 2 };

/** The speakers with what is new about one voice, in any order. */
export function withVoice(speakers: Speakers, name: string, told: Voice): Required<Speakers>['voices'] {
  const { voices = {} } = speakers;
  const known = voices[name] ?? {};
  const voice = {
    since: earliest(known.since, told.since),
    asked: latest(known.asked, told.asked),
    confirmed: latest(known.confirmed, told.confirmed),
    landed: earliest(known.landed, told.landed),
  };
  const given = Object.entries(voice).filter(([, at]) => at !== undefined);
  return withoutForgotten({ ...speakers, voices: { ...voices, [name]: Object.fromEntries(given) } });
}

/** The voices that are kept. */
export function withoutForgotten(speakers: Speakers): Voices {
  const { voices = {}, clickedAt = '' } = speakers;
  const all = Object.entries(voices);
  const clicked = all.filter(([name]) => isConfirmed(speakers, name));
  const others = all.filter(([name]) => !isConfirmed(speakers, name));
  const asking = others.filter(([, { asked = '' }]) => asked > clickedAt);
  const kept = [
    ...clicked
      .sort(by(({ confirmed = '', landed = '' }) => (confirmed > landed ? confirmed : landed)))
      .slice(-MOST.confirmed),
    ...others
      .filter(([, { since }]) => since)
      .sort(by(({ since = '' }) => since))
      .slice(0, MOST.unconfirmed),
    ...asking.sort(by(({ asked = '' }) => asked)).slice(-MOST.asking),
  ];
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function by(moment: (voice: Voice) => Instant) {
  return ([a, one]: [string, Voice], [b, other]: [string, Voice]) =>
    moment(one) + a < moment(other) + b ? -1 : 1;
}

function earliest(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}

function latest(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}
