import type { OverdueLevel } from '../../domain/handover/handover.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { NotDone } from '../../domain/jobs/next-try.ts';
import { type Instant, plus } from '../../domain/time.ts';
import { digestId } from '../../gateways/digest-id.ts';
import { addToJob, type JobKey, jobEntity } from '../../store/jobs/jobs.ts';
import type { Table } from '../../store/table.ts';

// When many people ask for contact within an hour, sales gets one message each quarter of an hour that names all others.
// So somebody who sends forms by the hundred can neither bury them nor use up what sales may be sent. The same holds for
// its reminders when many leads go unanswered, and for those of its manager.
//
// The count is over all processes and costs no write: the notices of a crowd stand in one partition in order of time,
// and who has put its own sees all that were put before. So of any number within an hour at most six find themselves few.

/** So many in an hour are told one by one. */
const ONE_BY_ONE = 6;
const HOUR_MS = 3_600_000;
/** How long the others are gathered at most. */
export const GATHERING_MS = 900_000;
/** What fits one message to Slack. */
const IN_A_MESSAGE = 40;
const MESSAGES = 50;

const NOTICES = { of: 'SALES', kind: 'notice' } as const;

/** Those who are gathered with each other: who raised a hand, or waits for an answer of which sales or its manager hears. */
export type Crowd = 'hand' | OverdueLevel;

/** One of those of whom sales is told, and since when. */
interface Member {
  lead: LeadId;
  at: Instant;
}

/**
 * The key of the notice of one that may be of a crowd. It is not erased with the lead: once it is told, nothing in it says
 * whose it was.
 * @param topic tells it from others of the lead
 */
export function memberKey(crowd: Crowd, { lead, at }: Member, topic: string): JobKey {
  return { ...NOTICES, key: `${placeAt(crowd, at)}#${digestId(`${lead} ${topic}`)}` };
}

const placeAt = (crowd: Crowd, at: Instant) => `${crowd}#${at}`;

/** Whether one, whose notice is stored, is of many within an hour. One read unit. */
export async function isOneOfMany(table: Table, crowd: Crowd, { at }: Member): Promise<boolean> {
  const from = { key: placeAt(crowd, plus(at, -HOUR_MS)) };
  // Clocks differ, and events overtake each other: later ones may have been put before.
  const to = { key: placeAt(crowd, plus(at, HOUR_MS)) };
  const limit = ONE_BY_ONE + 1;
  const found = await jobEntity.query(table, NOTICES, { from, to, limit, isConsistent: true });
  return found.length > ONE_BY_ONE;
}

/**
 * Gathers one with the others of its crowd until the quarter of the hour is over. Doing it again changes nothing.
 * @param name of what is to be told
 * @param isRepeat whether it may have been told before: those have a message of their own, which says so
 * @throws NotDone when more were gathered than sales could read
 */
export async function joinCrowd(
  table: Table,
  crowd: Crowd,
  { name, trigger, isRepeat, rank }: { name: string; trigger: Member; isRepeat: boolean; rank: number },
  now: Instant,
): Promise<undefined> {
  const at = new Date((Math.floor(Date.parse(now) / GATHERING_MS) + 1) * GATHERING_MS).toISOString();
  const entry = {
    ...{ list: 'crowd', name: `${trigger.lead} ${name}`, most: IN_A_MESSAGE },
    value: { ...trigger, ...(isRepeat && { isRepeat }) },
  };
  for (let n = 0; n < MESSAGES; n++) {
    const key = `crowd-${crowd}-${at}-${isRepeat ? 'again-' : ''}${n}`;
    if (await addToJob(table, { ...NOTICES, key, by: 'notify', about: 'crowd', rank }, at, entry))
      return undefined;
  }
  throw new NotDone('crowd-full', { after: GATHERING_MS });
}
