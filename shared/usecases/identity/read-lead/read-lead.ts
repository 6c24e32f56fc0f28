import type { LeadAnswer } from '../../../contract/api.ts';
import { fitOf } from '../../../domain/fit/fit.ts';
import { hasOpenHandover } from '../../../domain/handover/handovers.ts';
import { confirmedEvents, restsOnUnconfirmed } from '../../../domain/handover/unconfirmed.ts';
import type { LeadId } from '../../../domain/identity/ids.ts';
import { valuesOf } from '../../../domain/identity/profile.ts';
import { closedAddress } from '../../../domain/nurture/feedback.ts';
import { score, windowStart } from '../../../domain/scoring/score.ts';
import { otherScores } from '../../../domain/scoring/scores.ts';
import { leadsWithProfiles } from '../../../store/identity/leads-with-profiles.ts';
import { getMailing } from '../../../store/nurture/mailing.ts';
import { historyOf } from '../../../store/tracking/history.ts';
import type { ReadSystem } from '../../lead-system.ts';
import { leadSummary } from '../lead-summary.ts';
import { waitingReactions } from './waiting-reactions.ts';

/**
 * A lead with the explanation of its score at this moment; points may have expired since it last changed.
 * @returns undefined when there is no such lead, or it was erased
 */
export async function readLead(system: ReadSystem, id: LeadId): Promise<LeadAnswer | undefined> {
  const [[card], mailing] = await Promise.all([
    leadsWithProfiles(system.table, [id]),
    getMailing(system.table, id),
  ]);
  if (card === undefined) return undefined;
  const playbook = await system.playbook(card.lead.playbook);
  const now = system.now();
  const { scoring } = playbook;
  const { lead, profile } = card;
  const open = hasOpenHandover(lead) ? lead.handover : undefined;
  const [summary, events, waiting] = await Promise.all([
    leadSummary(system.table, { ...card, mailing }, playbook, now),
    historyOf(system.table, id, windowStart(open?.openedAt ?? now, scoring)),
    waitingReactions(system.table, id, scoring, now),
  ]);
  const fit = fitOf(profile.email, valuesOf(profile), playbook.fit);
  const { ledger, ...scored } = score(events, scoring, now, fit);
  const confirmed = score(confirmedEvents(events, profile), scoring, now, fit).total;
  const isDoubtful = open !== undefined && restsOnUnconfirmed(open, events, profile, scoring, fit);
  const handovers = summary.handovers.map((handover) =>
    isDoubtful && handover.number === open.number ? { ...handover, unconfirmed: true } : handover,
  );
  const unconfirmed = scored.total - confirmed;
  return {
    ...{ ...summary, handovers },
    address: { closed: closedAddress(mailing) ?? null },
    ...(scoring.scores && { scores: otherScores(ledger, scoring) }),
    score: { ...scored, ...(unconfirmed > 0 && { unconfirmed }), ledger: [...ledger, ...waiting] },
  };
}
