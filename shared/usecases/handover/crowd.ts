import type { LeadId } from '../../domain/identity/ids.ts';
import { NotDone } from '../../domain/jobs/next-try.ts';
import { type Instant, plus } from '../../domain/time.ts';
import { digestId } from '../../gateways/digest-id.ts';
import { addToJob, type JobKey, jobEntity } from '../../store/jobs/jobs.ts';
import type { Table } from '../../store/table.ts';

// When many people ask for contact within an hour, sales gets one message each quarter of an hour that names all others.
// So somebody who sends forms by the hundred can neither bury them nor use up what sales may be sent.
//
// The count is over all processes and costs no write: the notices of raised hands stand in one partition in order of time,
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

interface RaisedHand {
  lead: LeadId;
  at: Instant;
}

/**
 * The key of the notice of a raised hand. It is not erased with the lead: once it is told, nothing in it says whose it was.
 * @param topic tells it from others of the lead
 */
export function raisedHandKey({ lead, at }: RaisedHand, topic: string): JobKey {
  return { ...NOTICES, key: `${placeAt(at)}#${digestId(`${lead} ${topic}`)}` };
}

const placeAt = (at: Instant) => `hand#${at}`;

/** Whether a raised hand, whose notice is stored, is one of many within an hour. One read unit. */
export async function isOneOfMany(table: Table, { at }: RaisedHand): Promise<boolean> {
  const from = { key: placeAt(plus(at, -HOUR_MS)) };
  // Clocks differ, and events overtake each other: later ones may have been put before.
  const to = { key: placeAt(plus(at, HOUR_MS)) };
  const limit = ONE_BY_ONE + 1;
  const found = await jobEntity.query(table, NOTICES, { from, to, limit, isConsistent: true });
  return found.length > ONE_BY_ONE;
}

/**
 * Gathers a raised hand with others until the quarter of the hour is over. Doing it again changes nothing.
 * @param name of what is to be told
 * @param isRepeat whether it may have been told before: those have a message of their own, which says so
 * @throws NotDone when more were gathered than sales could read
 */
export async function joinCrowd(
  table: Table,
  { name, trigger, isRepeat }: { name: string; trigger: RaisedHand; isRepeat: boolean },
  now: Instant,
): Promise<undefined> {
  const at = new Date((Math.floor(Date.parse(now) / GATHERING_MS) + 1) * GATHERING_MS).toISOString();
  const entry = {
    ...{ list: 'crowd', name: `${trigger.lead} ${name}`, most: IN_A_MESSAGE },
    value: { ...trigger, ...(isRepeat && { isRepeat }) },
  };
  for (let n = 0; n < MESSAGES; n++) {
    const key = `crowd-${at}-${isRepeat ? 'again-' : ''}${n}`;
    if (await addToJob(table, { ...NOTICES, key, by: 'notify', about: 'crowd' }, at, entry)) return undefined;
  }
  throw new NotDone('crowd-full', { after: GATHERING_MS });
}
