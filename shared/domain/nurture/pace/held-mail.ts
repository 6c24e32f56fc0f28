import { DAY_MS, type Day, type Instant, plus } from '../../time.ts';

/** Why mail that somebody asked for waits. */
export type WaitingWhy = 'quota' | 'brake' | 'share' | 'account' | 'other';

/** How many people wait in a sequence. */
export interface WaitingIn {
  sequence: string;
  people: number;
}

/** Which mail waits, and why. What is missing goes its way. */
export interface HeldMail {
  /** Marketing mail, because of what bounced or was called spam in the last seven days. */
  marketing?: { sends: number; bounces: number; complaints: number };
  /** What strangers ask for, because too many of their addresses do not exist. */
  requests?: { requests: number; unreachable: number };
  /** Mails that people asked for and that could not be sent yet; `isMore` when there are more than were counted. */
  waiting?: { count: number; isMore: boolean; why: WaitingWhy };
  /** About how many mails of sequences and newsletters the day's quota left for tomorrow. */
  putOff?: number;
  /** People whose sequence a colleague paused; `isMore` when there are more than were counted. */
  paused?: { sequences: WaitingIn[]; isMore: boolean };
  /** Sequences that are paused in the playbook, with those who were under way at the end of `day`. */
  pausedSequences?: { day?: Day; sequences: WaitingIn[] };
  /** People who did not confirm their address by the end of `day`, and whose next mail waits for that. */
  unconfirmed?: { day: Day; sequences: WaitingIn[] };
}

/** How many mails were put off for a day within the last day, by what was counted in each hour. */
export function putOffNow(putOffIn: Readonly<Record<string, number>>, now: Instant): number {
  const from = plus(now, -DAY_MS).slice(0, 13);
  const since = Object.entries(putOffIn).filter(([hour]) => hour > from);
  return since.reduce((sum, [, mails]) => sum + mails, 0);
}

/** How many wait in each sequence, most first. */
export function waitingIn(counts: Readonly<Record<string, number | undefined>>): WaitingIn[] {
  return Object.entries(counts)
    .flatMap(([sequence, people = 0]) => (people > 0 ? { sequence, people } : []))
    .sort((a, b) => b.people - a.people || (a.sequence < b.sequence ? -1 : 1));
}
