import { OUR_NAME } from '../../domain/nurture/mail/variables.ts';
import { LIQUID } from '../compiler/mask-liquid.ts';
import type { WrittenMail } from './load-mails.ts';

/** The mails with the company's name in them, in text and in subjects: it is the same for everybody. */
export function withOurName(mails: readonly WrittenMail[], name: string): WrittenMail[] {
  const quote = name.includes('"') ? "'" : '"';
  const literal = `${quote}${quote === "'" ? name.replaceAll("'", '’') : name}${quote}`;
  const filled = (text: string) => text.replace(LIQUID, (liquid) => named(liquid, literal));
  return mails.map(({ body, head: { subject, preheader, reason }, ...mail }) => ({
    ...mail,
    head: { subject: filled(subject), preheader: filled(preheader), reason: filled(reason) },
    body: filled(body),
  }));
}

/** Keeps the same word in a text between quotes. */
const QUOTED_OR_NAME = new RegExp(`"[^"]*"|'[^']*'|(?<![\\w.])${OUR_NAME}(?!\\w)`, 'g');

function named(liquid: string, literal: string): string {
  return liquid.replace(QUOTED_OR_NAME, (found) => (found === OUR_NAME ? literal : found));
}
