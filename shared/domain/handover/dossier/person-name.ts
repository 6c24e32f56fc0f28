/** The sales team by key. */
export type TeamNames = Readonly<Record<string, { name: string }>>;

/** The name of a member of the team; any other text is returned as it is. */
export function personName(team: TeamNames, person: string): string {
  const known = Object.hasOwn(team, person) ? team[person] : undefined;
  return known?.name ?? person;
}
