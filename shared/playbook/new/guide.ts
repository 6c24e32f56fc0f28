import type { Localised } from '../../domain/language.ts';
import { normaliseText } from '../../domain/normalise-text.ts';

/** What somebody says of a new guide: all else follows. */
export interface Guide {
  /** Its form and sequence are called so; its mails begin with it. */
  name: string;
  title: Localised;
  /** How many mails follow the one that sends it. */
  mails: number;
  /** Days from one of them to the next. */
  days: number;
  /** What the permission promises: a subject of `mailing.yaml`. */
  subject: string;
}

/** What is wrong with a setting: a `title` has characters that mails read as something else, or is too long; there is no such `form`. */
export type WrongGuide = 'name' | 'title' | 'mails' | 'days' | 'subject' | 'form';

const NAME = /^[a-z][a-z0-9-]{0,29}$/;
const LONGEST_NAME = 30;
/** What has a meaning in Markdown or among the variables of a mail, and what nobody sees. */
const UNFIT = /[{}<>*\\`[\]\p{Cc}\ufffd]/u;
export const LONGEST_TITLE = 100;
export const MOST_MAILS = 12;
export const MOST_DAYS = 60;

export function isNewName(name: string): boolean {
  return NAME.test(name);
}

/** The first thing that is wrong with a guide; undefined when nothing is. Whether its names are free is not looked at. */
export function wrongIn({ name, title, mails, days }: Omit<Guide, 'subject'>): WrongGuide | undefined {
  if (!Object.values(title).every(isTitle)) return 'title';
  if (!isNewName(name)) return 'name';
  if (!Number.isInteger(mails) || mails < 0 || mails > MOST_MAILS) return 'mails';
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) return 'days';
  return undefined;
}

/** Whether words can be a title wherever one stands: in YAML, in Markdown, and among the variables of a mail. */
export function isTitle(title: string): boolean {
  const length = title.trim().length;
  return length > 0 && length <= LONGEST_TITLE && title.isWellFormed() && !UNFIT.test(title);
}

/** A name made of a title, as it stands in addresses; empty when nothing of it can stand there. */
export function nameFrom(title: string): string {
  const words = normaliseText(title)
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const first = words.findIndex((word) => /^[a-z]/.test(word));
  if (first === -1) return '';
  let name = words[first]?.slice(0, LONGEST_NAME) ?? '';
  for (const word of words.slice(first + 1)) {
    if (name.length + 1 + word.length > LONGEST_NAME) break;
    name = `${name}-${word}`;
  }
  return name;
}
