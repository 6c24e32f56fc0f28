import { SETTLING_MS } from '../../domain/nurture/mail-scanners.ts';
import { formatReaction, type Reaction } from '../../domain/nurture/reaction.ts';
import { type Instant, plus } from '../../domain/time.ts';
import type { LateQueue } from '../../gateways/tracking/late-queue.ts';
import { addReaction } from '../../store/nurture/reactions.ts';
import type { Table } from '../../store/table.ts';
import { botSign, clientMark, type Headers, optsOut } from './request-headers.ts';

export interface ReactionSystem {
  table: Table;
  late: LateQueue;
  now: () => Instant;
}

/** User agents that load images when a person opens a mail, though they are no browsers. */
const MAIL_PROGRAMS = /GoogleImageProxy|YahooMailProxy|Thunderbird/;

/**
 * Records that the pixel of a mail was loaded; a timer decides later whether a person opened it. One write, no read.
 * When the table refuses it, it goes to the late queue.
 * @throws when both refuse it
 */
export async function recordOpen(
  { table, late, now }: ReactionSystem,
  mail: string,
  headers: Headers,
  ip?: string | undefined,
): Promise<void> {
  if (optsOut(headers)) return;
  const at = now();
  const bot = MAIL_PROGRAMS.test(headers['user-agent'] ?? '') ? undefined : botSign(headers);
  const open: Reaction = { kind: 'open', at, ...(bot && { bot }), ...(await clientMark(mail, ip, headers)) };
  try {
    await addReaction(table, mail, open, plus(at, SETTLING_MS));
  } catch {
    await late.send({ mail, reaction: formatReaction(open) });
  }
}
