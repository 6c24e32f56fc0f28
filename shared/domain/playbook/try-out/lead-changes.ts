import type { FitVerdict } from '../../fit/reasons.ts';
import type { HandoverReason } from '../../handover/handover.ts';
import type { Lead } from '../../identity/lead.ts';
import type { MailAhead } from '../../nurture/mails-ahead.ts';
import type { Band, Scoring } from '../../scoring/scoring.ts';

/** What publishing would change for one lead. */
export type LeadChange =
  /** It would be handed over to sales at once. */
  | { kind: 'handed-over'; reason: HandoverReason }
  /** Its score would cross the threshold, but it would not be handed over: sales has it, or it does not fit. */
  | { kind: 'crosses' }
  /** Its score would fall below the threshold. */
  | { kind: 'falls-back' }
  | { kind: 'band'; from: Band; to: Band }
  | { kind: 'fit'; from: FitVerdict; to: FitVerdict }
  /** A mail of the time ahead that it would get and would not have got, or the other way round. */
  | { kind: 'mail-more' | 'mail-less'; sequence: string; mail: string };

/** A lead under the playbook that is live, or under the draft. */
export interface LeadOutcome {
  lead: Lead;
  mails: readonly MailAhead[];
  scoring: Pick<Scoring, 'bands'>;
}

/** What is other under the draft, the most important first. */
export function changesOf(live: LeadOutcome, draft: LeadOutcome): LeadChange[] {
  const [before, after] = [live.lead, draft.lead];
  const isAbove = ({ lead, scoring }: LeadOutcome) => lead.score >= scoring.bands.call;
  const changes: LeadChange[] = [];
  const { handover } = after;
  const isNew = handover !== undefined && handover.number !== before.handover?.number;
  if (isNew) changes.push({ kind: 'handed-over', reason: handover.reason });
  else if (isAbove(draft) && !isAbove(live)) changes.push({ kind: 'crosses' });
  if (isAbove(live) && !isAbove(draft)) changes.push({ kind: 'falls-back' });
  if (before.fit !== after.fit) changes.push({ kind: 'fit', from: before.fit, to: after.fit });
  if (before.band !== after.band) changes.push({ kind: 'band', from: before.band, to: after.band });
  const only = (mails: readonly MailAhead[], others: readonly MailAhead[]) =>
    [...new Map(mails.map((mail) => [keyOf(mail), mail]))].filter(
      ([key]) => !others.some((other) => keyOf(other) === key),
    );
  for (const [, { sequence, mail }] of only(draft.mails, live.mails))
    changes.push({ kind: 'mail-more', sequence, mail });
  for (const [, { sequence, mail }] of only(live.mails, draft.mails))
    changes.push({ kind: 'mail-less', sequence, mail });
  return changes;
}

function keyOf({ sequence, mail }: MailAhead): string {
  return `${sequence} ${mail}`;
}
