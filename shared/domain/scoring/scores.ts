import { NO_POINTS, type Points, withOthers } from './points-by-day.ts';
import type { Room } from './room.ts';
import { type Cut, type LedgerEntry, totalOfLedger } from './score.ts';
import type { Scoring } from './scoring.ts';

/** What points count for: undefined stands for the total, a name for another score. */
export type Account = string | undefined;

/** The total, and the other scores in the order of the playbook. */
export function accountsOf({ scores = {} }: Pick<Scoring, 'scores'>): Account[] {
  return [undefined, ...Object.keys(scores)];
}

/** Whether the points of a rule count for this; a rule that is not known counts for the total only. */
export function isFor(account: Account, place: number | undefined, { rules }: Scoring): boolean {
  if (account === undefined) return true;
  return place !== undefined && (rules[place]?.for?.includes(account) ?? false);
}

export function pointsFor(account: Account, points: Points): Points {
  return account === undefined ? points : (points.of?.[account] ?? NO_POINTS);
}

export function roomFor(account: Account, room: Room | undefined): Room | undefined {
  return room && account !== undefined ? { ...room, upTo: room.of?.[account] ?? room.upTo } : room;
}

/** The points with those of every other score of the playbook. */
export function withScores(points: Points, scoring: Scoring, ofScore: (name: string) => Points): Points {
  const names = Object.keys(scoring.scores ?? {});
  return withOthers(points, Object.fromEntries(names.map((name) => [name, ofScore(name)])));
}

/** A score beside the total, with its explanation. */
export interface OtherScore {
  /** As people read it. */
  name: string;
  total: number;
  threshold: number;
  ledger: LedgerEntry[];
  cut?: Cut;
}

/** The scores beside the total, by their keys, from the ledger of everything: each rule has a name of its own. */
export function otherScores(ledger: readonly LedgerEntry[], scoring: Scoring): Record<string, OtherScore> {
  const entries = Object.entries(scoring.scores ?? {}).map(([key, { name, threshold }]) => {
    const own = new Set(scoring.rules.flatMap((rule) => (rule.for?.includes(key) ? [rule.name] : [])));
    const lines = ledger.filter(({ rule }) => own.has(rule));
    return [key, { name, threshold, ledger: lines, ...totalOfLedger(lines, scoring) }] as const;
  });
  return Object.fromEntries(entries);
}
