import { END_REASONS, type EndReason } from '../nurture/enrolment/enrolment.ts';
import { isIssueSequence, issueSequenceName } from '../nurture/newsletter-issue.ts';
import type { Issue, Sequence } from '../nurture/sequence.ts';
import { mailName, mailNameIn, targetIn } from './mail-names.ts';
import { mergeTotals, type Totals, type TotalsByName } from './totals.ts';

/** What the report takes from the playbook: which mails there are, and in which order. */
export interface MailOutline {
  sequences: Readonly<Record<string, Pick<Sequence, 'steps'>>>;
  newsletter: readonly Issue[];
}

/** Totals of a period; `waiting` is as of now. */
export interface MailTotals {
  mail: TotalsByName;
  link: TotalsByName;
  sequence: TotalsByName;
  waiting: TotalsByName;
}

/** What became of a mail; `mailsReport` of the contract says what each count means. */
export type MailCounts = ReturnType<typeof mailCountsOf>;

export interface MailRow extends MailCounts {
  sequence: string;
  step: string;
  /** Null for mails that were sent before languages were stored. */
  language: string | null;
  /** Its file in the playbook; null when the playbook has it no longer. */
  mail: string | null;
  links: { target: string; clicked: { people: number; machines: number } }[];
}

export interface SequenceRow {
  sequence: string;
  began: number;
  finished: number;
  /** Under way now, whenever they began. */
  waiting: number;
  left: Left;
  /** Who left before the first mail; `left` of a step: after it, before the next one. */
  leftBefore: Left;
  steps: (MailCounts & { step: string; mail: string | null; left: Left })[];
}

/** How many left, by reason; only reasons that occurred. */
export type Left = Partial<Record<EndReason, number>>;

/** What became of each mail and link, and of those who began a sequence, in the order of the playbook. */
export function mailsOf(
  totals: MailTotals,
  outline: MailOutline,
): { mails: MailRow[]; sequences: SequenceRow[] } {
  const place = placesIn(outline);
  const mails = Object.entries(withoutVariants(totals.mail))
    .map(([name, counts]): MailRow => {
      const { sequence, step, language } = mailNameIn(name);
      const base = { sequence, step, language: language === '' ? null : language };
      const mail = place(sequence, step)?.mail ?? null;
      return { ...base, mail, ...mailCountsOf(counts), links: linksOf(totals.link, name) };
    })
    .sort(
      (a, b) =>
        (place(a.sequence, a.step)?.at ?? LAST) - (place(b.sequence, b.step)?.at ?? LAST) ||
        (nameOf(a) < nameOf(b) ? -1 : 1),
    );
  const names = new Set([
    ...Object.keys(outline.sequences),
    ...mails.map(({ sequence }) => sequence).filter((sequence) => !isIssueSequence(sequence)),
    ...Object.keys(totals.sequence).map((of) => mailNameIn(of).sequence),
  ]);
  return { mails, sequences: [...names].map((sequence) => sequenceRow(sequence, totals, outline)) };
}

/** The totals of mails, in all their variants together. */
function withoutVariants(mails: TotalsByName): TotalsByName {
  return mergeTotals(
    Object.entries(mails).map(([name, counts]) => {
      const { sequence, step, language } = mailNameIn(name);
      return { [mailName({ sequence, step, locale: language })]: counts };
    }),
  );
}

/** What totals say of a mail, or of several together. */
export function mailCountsOf(totals: Totals) {
  const { sent = 0, delivered = 0, refused = 0, complained = 0, unsubscribed = 0, raisedHand = 0 } = totals;
  const { hardBounced = 0, softBounced = 0, opened = 0, openedByMachine = 0 } = totals;
  const { clicked = 0, clickedByMachine = 0 } = totals;
  return {
    ...{ sent, delivered, bounced: { hard: hardBounced, soft: softBounced }, refused, complained },
    opened: { people: opened, machines: openedByMachine },
    clicked: { people: clicked, machines: clickedByMachine },
    ...{ unsubscribed, raisedHand },
  };
}

function sequenceRow(sequence: string, totals: MailTotals, { sequences }: MailOutline): SequenceRow {
  const own = totals.sequence[sequence] ?? {};
  const planned = sequences[sequence]?.steps ?? [];
  const seen = [...Object.keys(totals.mail), ...Object.keys(totals.sequence)]
    .map(mailNameIn)
    .flatMap((one) => (one.sequence === sequence && one.step !== '' ? [one.step] : []));
  const steps = [...new Set([...planned.map(({ id }) => id), ...seen])].map((step) => ({
    ...{ step, mail: planned.find(({ id }) => id === step)?.mail ?? null },
    ...mailCountsOf(inAllLanguages(totals.mail, sequence, step)),
    left: leftOf(totals.sequence[`${sequence}/${step}`] ?? {}),
  }));
  const all = [own, ...steps.map(({ step }) => totals.sequence[`${sequence}/${step}`] ?? {})];
  return {
    ...{ sequence, began: own.began ?? 0, finished: sum(all, 'finished') },
    // Who was under way before this was counted has left without having begun.
    waiting: Math.max(0, totals.waiting[sequence]?.here ?? 0),
    ...{ left: leftOf(addUp(all)), leftBefore: leftOf(own), steps },
  };
}

function inAllLanguages(mails: TotalsByName, sequence: string, step: string): Totals {
  const own = Object.entries(mails).filter(([name]) => {
    const one = mailNameIn(name);
    return one.sequence === sequence && one.step === step;
  });
  return addUp(own.map(([, totals]) => totals));
}

function linksOf(links: TotalsByName, mail: string): MailRow['links'] {
  return Object.entries(links)
    .filter(([name]) => name.startsWith(`${mail} `))
    .map(([name, { clicked = 0, clickedByMachine = 0 }]) => ({
      target: targetIn(name),
      clicked: { people: clicked, machines: clickedByMachine },
    }))
    .sort((a, b) => b.clicked.people - a.clicked.people || (a.target < b.target ? -1 : 1));
}

function leftOf(totals: Totals): Left {
  return Object.fromEntries(
    END_REASONS.flatMap((why) => {
      const count = totals[`left.${why}`] ?? 0;
      return count === 0 ? [] : [[why, count]];
    }),
  );
}

function addUp(all: readonly Totals[]): Totals {
  const metrics = new Set(all.flatMap((one) => Object.keys(one) as (keyof Totals)[]));
  return Object.fromEntries([...metrics].map((metric) => [metric, sum(all, metric)]));
}

const sum = (all: readonly Totals[], metric: keyof Totals) =>
  all.reduce((before, one) => before + (one[metric] ?? 0), 0);

const LAST = Number.MAX_SAFE_INTEGER;
const nameOf = ({ sequence, step, language }: MailRow) => `${sequence}/${step}/${language ?? ''}`;

/** Where the playbook has a mail: sequences in its order, then issues of the newsletter, newest first. */
function placesIn({ sequences, newsletter }: MailOutline) {
  const issues = newsletter.toSorted((a, b) => (a.on < b.on ? 1 : -1));
  const all = [
    ...Object.entries(sequences).flatMap(([sequence, { steps }]) =>
      steps.map(({ id, mail }) => ({ sequence, step: id, mail })),
    ),
    ...issues.map((issue) => ({ sequence: issueSequenceName(issue), step: issue.mail, mail: issue.mail })),
  ].map((one, at) => ({ ...one, at }));
  return (sequence: string, step: string) =>
    all.find((one) => one.sequence === sequence && one.step === step);
}
