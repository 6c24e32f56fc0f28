import { SETTLING_MS } from '../domain/nurture/robots.ts';
import { type Instant, plus } from '../domain/time.ts';
import { addReaction } from '../store/reactions.ts';
import type { Table } from '../store/table.ts';
import { botSign, type Headers, objects } from './request-signs.ts';

export interface ReactionSystem {
  table: Table;
  now: () => Instant;
}

/** What mail programs load images with when a person opens a mail, though it is no browser. */
const MAIL_PROGRAMS = /GoogleImageProxy|YahooMailProxy|Thunderbird/;

/** Keeps that the pixel of a mail was loaded; a timer judges later whether a person did it. One write, no read. */
export async function recordOpen(
  { table, now }: ReactionSystem,
  mail: string,
  headers: Headers,
): Promise<void> {
  if (objects(headers)) return;
  const at = now();
  const bot = MAIL_PROGRAMS.test(headers['user-agent'] ?? '') ? undefined : botSign(headers);
  await addReaction(table, mail, { kind: 'open', at, ...(bot && { bot }) }, plus(at, SETTLING_MS));
}
