import type { Reaction } from '../../../shared/domain/nurture/reaction.ts';
import { plus } from '../../../shared/domain/time.ts';
import { NOW } from '../builders.ts';

/** Reactions to a mail, each so many milliseconds after it was sent. */

export const SECOND = 1_000;
export const HOUR = 3_600 * SECOND;
export const at = (milliseconds: number) => plus(NOW, milliseconds);
export const open = (milliseconds: number): Reaction => ({ kind: 'open', at: at(milliseconds) });
export const click = (link: number, milliseconds: number): Reaction => ({
  kind: 'click',
  link,
  at: at(milliseconds),
});
export const view = (link: number, milliseconds: number): Reaction => ({
  kind: 'view',
  link,
  at: at(milliseconds),
});

export const mailWith = (links: number) => ({
  links: Array.from({ length: links }, (_, n) => `https://example.nl/${n}`),
  claimedAt: NOW,
  sentAt: NOW,
});

/** The reaction of one client of several. */
export const by = (reaction: Reaction, name: string) => ({ ...reaction, by: name }) as Reaction;
/** Asks where a link leads, without going there. */
export const head = (link: number, milliseconds: number) =>
  ({ ...click(link, milliseconds), bot: 'head' }) as Reaction;
