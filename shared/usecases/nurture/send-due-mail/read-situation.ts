import { needsHistory, type Situation } from '../../../domain/nurture/decide.ts';
import type { ActiveEnrolment } from '../../../domain/nurture/enrolment/enrolment.ts';
import { issueKeyOf, rulesFor } from '../../../domain/nurture/newsletter-issue.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import { getLead } from '../../../store/identity/leads.ts';
import { getProfile } from '../../../store/identity/profiles.ts';
import { getIssueStop } from '../../../store/nurture/issue-stops.ts';
import { getMailing } from '../../../store/nurture/mailing.ts';
import type { ReadOptions, Table } from '../../../store/table.ts';
import { historyOf } from '../../../store/tracking/history.ts';

interface Reading {
  table: Table;
  now: () => Instant;
}

/**
 * Reads everything that decides about the next mail of an enrolment. Three read units, one more for an issue of the
 * newsletter, or half of that for eventually consistent reads.
 */
export async function readSituation(
  { table, now }: Reading,
  enrolment: ActiveEnrolment,
  playbook: Playbook,
  options?: ReadOptions,
): Promise<Situation> {
  const { lead: id, sequence, startedAt } = enrolment;
  const [lead, profile, mailing, isStopped] = await Promise.all([
    getLead(table, id, options),
    getProfile(table, id, options),
    getMailing(table, id, options),
    isIssueStopped(table, enrolment, options),
  ]);
  const rules = rulesFor(sequence, playbook);
  const situation = { enrolment, lead, profile, mailing, rules, now: now(), isStopped };
  if (!needsHistory(situation)) return situation;
  return { ...situation, history: await historyOf(table, id, startedAt) };
}

/**
 * Reads again what a person may have changed meanwhile.
 * @param claimedAt the mail claimed then is not counted against the frequency cap
 */
export async function readAgain(
  { table, now }: Reading,
  situation: Situation,
  claimedAt: Instant,
): Promise<Situation> {
  const { lead: id } = situation.enrolment;
  const [lead, stored, isStopped] = await Promise.all([
    getLead(table, id),
    getMailing(table, id),
    isIssueStopped(table, situation.enrolment),
  ]);
  const mailing = { ...stored, recent: stored.recent.filter((at) => at !== claimedAt) };
  return { ...situation, lead, mailing, isStopped, now: now() };
}

/** Whether a colleague stopped the issue of the newsletter that an enrolment is in. Reads nothing for a sequence. */
async function isIssueStopped(
  table: Table,
  enrolment: ActiveEnrolment,
  options?: ReadOptions,
): Promise<boolean> {
  const issue = issueKeyOf(enrolment);
  return issue !== undefined && (await getIssueStop(table, issue, options))?.state === 'stopped';
}
