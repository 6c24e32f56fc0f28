/** The people of sales, by the name that the playbook calls each with. */
export type TeamNames = Readonly<Record<string, { name: string }>>;

/** Who somebody is: the name of who is in the team, else as it was written down. */
export function personName(team: TeamNames, person: string): string {
  const known = Object.hasOwn(team, person) ? team[person] : undefined;
  return known?.name ?? person;
}
