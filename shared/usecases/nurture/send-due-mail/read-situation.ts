import { needsHistory, type Situation } from '../../../domain/nurture/decide.ts';
import type { ActiveEnrolment } from '../../../domain/nurture/enrolment/enrolment.ts';
import { rulesFor } from '../../../domain/nurture/newsletter-issue.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import { getLead } from '../../../store/identity/leads.ts';
import { getProfile } from '../../../store/identity/profiles.ts';
import { getMailing } from '../../../store/nurture/mailing.ts';
import type { ReadOptions, Table } from '../../../store/table.ts';
import { historyOf } from '../../../store/tracking/history.ts';

interface Reading {
  table: Table;
  now: () => Instant;
}

/**
 * Reads everything that decides about the next mail of an enrolment. Three read units, or half of that for
 * eventually consistent reads.
 */
export async function readSituation(
  { table, now }: Reading,
  enrolment: ActiveEnrolment,
  playbook: Playbook,
  options?: ReadOptions,
): Promise<Situation> {
  const { lead: id, sequence, startedAt } = enrolment;
  const [lead, profile, mailing] = await Promise.all([
    getLead(table, id, options),
    getProfile(table, id, options),
    getMailing(table, id, options),
  ]);
  const rules = rulesFor(sequence, playbook);
  const situation = { enrolment, lead, profile, mailing, rules, now: now() };
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
  const [lead, stored] = await Promise.all([getLead(table, id), getMailing(table, id)]);
  const mailing = { ...stored, recent: stored.recent.filter((at) => at !== claimedAt) };
  return { ...situation, lead, mailing, now: now() };
}
