import type { SalesRules } from './sales-rules.ts';

/** Who of the team is meant by a key or a name, as its key; undefined when it is nobody of the team. */
export function memberOf({ team }: Pick<SalesRules, 'team'>, person: string | undefined): string | undefined {
  if (person === undefined) return undefined;
  if (Object.hasOwn(team, person)) return person;
  const name = person.trim().toLowerCase();
  return Object.keys(team).find((key) => team[key]?.name.toLowerCase() === name);
}
