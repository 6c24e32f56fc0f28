import type { LeadAnswer, LeadSummary } from '../../contract/api.ts';
import { fitOf, judged } from '../../domain/fit/fit.ts';
import type { SalesAction } from '../../domain/handover/action.ts';
import { handoversOf } from '../../domain/handover/handovers.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import type { Lead } from '../../domain/identity/lead.ts';
import { valuesOf } from '../../domain/identity/profile.ts';
import { type Standing, standingOf } from '../../domain/nurture/enrolment-summary.ts';
import { isIssue } from '../../domain/nurture/newsletter-issue.ts';
import { totalOf } from '../../domain/scoring/running-score.ts';
import { bandOf, score, windowStart } from '../../domain/scoring/score.ts';
import type { Instant } from '../../domain/time.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { actionsOf } from '../../store/handover/actions.ts';
import { type LeadCard, leadCards } from '../../store/identity/lead-cards.ts';
import { enrolmentsOf } from '../../store/nurture/enrolments.ts';
import type { Table } from '../../store/table.ts';
import { historyOf } from '../../store/tracking/history.ts';
import { waitingReactions } from '../nurture/waiting-reactions.ts';
import type { PlaybookSource } from '../playbook/current-playbook.ts';

export interface ReadSystem {
  table: Table;
  now: () => Instant;
  playbook: PlaybookSource;
}

/**
 * A lead with the explanation of its score at this moment; points may have expired since it last changed.
 * @returns undefined when there is no such lead, or it was erased
 */
export async function readLead(system: ReadSystem, id: LeadId): Promise<LeadAnswer | undefined> {
  const [card] = await leadCards(system.table, [id]);
  if (card === undefined) return undefined;
  const playbook = await system.playbook(card.lead.playbook);
  const now = system.now();
  const { scoring } = playbook;
  const [summary, events, waiting] = await Promise.all([
    summaryOf(system.table, card, playbook, now),
    historyOf(system.table, id, windowStart(now, scoring)),
    waitingReactions(system.table, id, scoring, now),
  ]);
  const { ledger, ...scored } = score(events, scoring, now);
  return { ...summary, score: { ...scored, ledger: [...ledger, ...waiting] } };
}

/** A lead as a list shows it, at a moment. */
export async function summaryOf(
  table: Table,
  { lead, profile }: LeadCard,
  playbook: Playbook,
  now: Instant,
): Promise<LeadSummary> {
  const values = valuesOf(profile);
  const total = totalOf(lead.points, playbook.scoring, now);
  return {
    id: lead.id,
    email: profile.email,
    profile: values,
    consent: {
      mail: lead.mail,
      tracking: lead.tracking,
      proofs: profile.permissions.map(({ at, form, wording, page, confirmedAt = null }) => ({
        ...{ at, form, wording, page, confirmedAt },
      })),
    },
    stage: lead.stage,
    fit: judged(fitOf(profile.email, values, playbook.fit), lead.judged),
    readiness: lead.readiness,
    score: { total, band: bandOf(total, playbook.scoring) },
    handovers: handoversOf(lead, await pastActions(table, lead)),
    enrolments: await standingsOf(table, { lead, profile }, playbook),
    playbook: lead.playbook,
  };
}

/** Where a lead stands in its sequences. Issues of the newsletter are mails, no sequences. */
async function standingsOf(table: Table, card: LeadCard, playbook: Playbook): Promise<Standing[]> {
  if (card.lead.started === undefined) return [];
  const enrolments = await enrolmentsOf(table, card.lead.id);
  const sequences = enrolments.filter(({ sequence }) => !isIssue(sequence));
  return sequences.map((enrolment) => standingOf(enrolment, card, playbook));
}

/** What sales did, read only of a lead that was handed over before. */
async function pastActions(table: Table, { id, handover }: Lead): Promise<SalesAction[]> {
  return (handover?.number ?? 0) > 1 ? actionsOf(table, id) : [];
}
