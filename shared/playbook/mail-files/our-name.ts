import type { AbTest } from '../../domain/nurture/ab-test/ab-test-rules.ts';
import { OUR_NAME } from '../../domain/nurture/mail/variables.ts';
import { LIQUID } from '../compiler/mask-liquid.ts';
import type { PlaybookContent } from '../playbook.ts';
import type { WrittenMail } from './load-mails.ts';

/** The mails with the company's name in them, in text and in subjects: it is the same for everybody. */
export function withOurName(mails: readonly WrittenMail[], name: string): WrittenMail[] {
  const filled = (text: string) => filledIn(text, name);
  return mails.map(({ body, head: { subject, preheader, reason }, ...mail }) => ({
    ...mail,
    head: { subject: filled(subject), preheader: filled(preheader), reason: filled(reason) },
    body: filled(body),
  }));
}

type Tested = Pick<PlaybookContent, 'sequences' | 'newsletter'>;

/** The same in the subjects of tests. */
export function testsWithOurName({ sequences, newsletter }: Partial<Tested>, name: string): Partial<Tested> {
  const inSequences = Object.entries(sequences ?? {}).map(([own, { steps, ...sequence }]) => [
    own,
    { ...sequence, steps: steps.map((step) => named(step, name)) },
  ]);
  return {
    ...(sequences && { sequences: Object.fromEntries(inSequences) }),
    ...(newsletter && { newsletter: newsletter.map((issue) => named(issue, name)) }),
  };
}

function named<Place extends { test?: AbTest | undefined }>(place: Place, name: string): Place {
  const { test } = place;
  if (test === undefined) return place;
  const variants = test.variants.map((variant) => {
    if (!('subject' in variant)) return variant;
    const subject = Object.entries(variant.subject).map(([locale, text]) => [locale, filledIn(text, name)]);
    return { ...variant, subject: Object.fromEntries(subject) as typeof variant.subject };
  });
  return { ...place, test: { ...test, variants } };
}

/** Keeps the same word in a text between quotes. */
const QUOTED_OR_NAME = new RegExp(`"[^"]*"|'[^']*'|(?<![\\w.])${OUR_NAME}(?!\\w)`, 'g');

function filledIn(text: string, name: string): string {
  const quote = name.includes('"') ? "'" : '"';
  const literal = `${quote}${quote === "'" ? name.replaceAll("'", '’') : name}${quote}`;
  return text.replace(LIQUID, (liquid) => withName(liquid, literal));
}

function withName(liquid: string, literal: string): string {
  return liquid.replace(QUOTED_OR_NAME, (found) => (found === OUR_NAME ? literal : found));
}
