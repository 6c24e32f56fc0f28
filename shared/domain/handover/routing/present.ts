import type { Day } from '../../time.ts';
import type { SalesRules } from './sales-rules.ts';

/** The members of the team who are not away on a day. */
export function presentOn(day: Day, { team }: Pick<SalesRules, 'team'>): string[] {
  const isAway = ({ from, to }: { from: Day; to: Day }) => from <= day && day <= to;
  return Object.keys(team).filter((person) => !team[person]?.away.some(isAway));
}
