import { correctedOutcomes, incrementsOfOutcome, outcomeOf } from '../../domain/handover/stalled/outcomes.ts';
import { type ErasedLead, isErased, type Lead, type LeadImage } from '../../domain/identity/lead.ts';
import { valuesOf } from '../../domain/identity/profile.ts';
import { incrementsOfChange } from '../../domain/reports/increments-of-change.ts';
import { mailFact } from '../../domain/reports/increments-of-mail.ts';
import type { Increment } from '../../domain/reports/totals.ts';
import { DAY_MS, plus } from '../../domain/time.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import { getMail } from '../../store/nurture/mails.ts';
import type { Table } from '../../store/table.ts';
import { lastClickOf } from '../../store/tracking/history.ts';
import type { ReportSystem } from './read-framework.ts';
import { storeIncrements } from './store-increments.ts';

/** A hand that is raised so long after a click in a mail counts as an answer to the mail. */
const ANSWER_MS = 7 * DAY_MS;

/**
 * Stores what a change of a lead's record adds to the reports of the UTC day on which it changed. Most changes add
 * nothing. A change counts once, however often and in whatever order changes arrive.
 */
export async function recordReportMetrics(
  system: ReportSystem,
  before: LeadImage,
  after: LeadImage,
): Promise<void> {
  if (after === undefined) return;
  const increments = [
    ...incrementsOfChange(before, after),
    ...(await ofOutcome(system.table, before, after)),
    ...(await ofRaisedHand(system.table, before, after)),
  ];
  const key = `${after.id} ${after.version}`;
  const counted = isErased(after)
    ? { key, at: after.erasedAt }
    : { key, at: after.changedAt, lead: after.id };
  await storeIncrements(system, counted, increments);
}

/** The traits of a lead that was won, or lost for good, as they were when sales got it. */
async function ofOutcome(table: Table, before: LeadImage, after: Lead | ErasedLead): Promise<Increment[]> {
  if (before === undefined || isErased(before) || isErased(after)) return [];
  const corrected = correctedOutcomes(before, after);
  const { undone, outcome } = corrected ?? { undone: undefined, outcome: outcomeOf(before, after) };
  if (undone === undefined && outcome === undefined) return [];
  const profile = await getProfile(table, after.id, { isConsistent: false });
  const values = profile ? valuesOf(profile) : {};
  const taken = undone ? incrementsOfOutcome(undone, before, values) : [];
  return [
    ...taken.map((increment) => ({ ...increment, by: -increment.by })),
    ...(outcome ? incrementsOfOutcome(outcome, before, values) : []),
  ];
}

/** The mail that made somebody ask for a call: the last one with a click in the week before. */
async function ofRaisedHand(table: Table, before: LeadImage, after: Lead | ErasedLead): Promise<Increment[]> {
  if (before === undefined || isErased(before) || isErased(after)) return [];
  const { raisedAt } = after;
  if (raisedAt === undefined || raisedAt === before.raisedAt) return [];
  const week = { from: plus(raisedAt, -ANSWER_MS), to: raisedAt };
  const click = await lastClickOf(table, after.id, week);
  const mail = click && (await getMail(table, click.mail, { isConsistent: false }));
  return mail === undefined ? [] : mailFact(mail, 'raisedHand').increments;
}
