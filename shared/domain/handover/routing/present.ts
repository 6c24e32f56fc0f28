import type { Day } from '../../time.ts';
import type { SalesRules } from './sales-rules.ts';

/** First and last days of absence, by the key of a person. */
export type Absences = Readonly<Record<string, readonly { from: Day; to: Day }[]>>;

/** The rules with what people said of their absence themselves, besides what the playbook says. */
export function withAbsences<R extends Pick<SalesRules, 'team'>>(rules: R, absences: Absences): R {
  const team = Object.entries(rules.team).map(([key, person]) => {
    const own = Object.hasOwn(absences, key) ? (absences[key] ?? []) : [];
    return [key, own.length === 0 ? person : { ...person, away: [...person.away, ...own] }] as const;
  });
  return { ...rules, team: Object.fromEntries(team) };
}

/** The members of the team who are not away on a day. */
export function presentOn(day: Day, { team }: Pick<SalesRules, 'team'>): string[] {
  const isAway = ({ from, to }: { from: Day; to: Day }) => from <= day && day <= to;
  return Object.keys(team).filter((person) => !team[person]?.away.some(isAway));
}
