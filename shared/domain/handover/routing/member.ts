import type { SalesRules } from './sales-rules.ts';

/** The key of the member of the team with this key or name; undefined when there is none. */
export function memberOf({ team }: Pick<SalesRules, 'team'>, person: string | undefined): string | undefined {
  if (person === undefined) return undefined;
  if (Object.hasOwn(team, person)) return person;
  const name = person.trim().toLowerCase();
  return Object.keys(team).find((key) => team[key]?.name.toLowerCase() === name);
}
