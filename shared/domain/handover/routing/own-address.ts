import type { SalesRules } from './sales-rules.ts';

/** Somebody who works in the console, with their key in the sales team. */
export interface Colleague {
  email: string;
  member?: string;
  role?: unknown;
}

/**
 * The rules with the address of one member of the team: the one in the playbook, else the one under which they work in the
 * console. Of several with the same key it is always the same one, and nobody whose role was taken.
 */
export function withOwnAddress<R extends Pick<SalesRules, 'team'>>(
  rules: R,
  member: string,
  colleagues: readonly Colleague[],
): R {
  const person = Object.hasOwn(rules.team, member) ? rules.team[member] : undefined;
  if (person === undefined || person.email !== undefined) return rules;
  const own = colleagues.filter((one) => one.member === member && one.role !== undefined);
  const [email] = own.map((one) => one.email).sort();
  return email === undefined ? rules : { ...rules, team: { ...rules.team, [member]: { ...person, email } } };
}
