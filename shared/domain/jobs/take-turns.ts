/**
 * Orders what is due so that nothing has to wait for a flood of something else: what somebody needs soonest goes first,
 * then each kind gets its turn before any gets its second, and within a kind each lead does. Otherwise the order stays.
 */
export function takeTurns<T extends { kind: string; id: string; rank: number }>(due: readonly T[]): T[] {
  const inKind = byTurn(due, ({ rank, kind, id }) => `${rank} ${kind} ${id}`);
  return byTurn(inKind, ({ rank, kind }) => `${rank} ${kind}`).sort((a, b) => a.rank - b.rank);
}

/** The first of each group, then the second of each, and so on. */
function byTurn<T>(items: readonly T[], groupOf: (item: T) => string): T[] {
  const counts = new Map<string, number>();
  const turns = items.map((item) => {
    const group = groupOf(item);
    const turn = counts.get(group) ?? 0;
    counts.set(group, turn + 1);
    return { item, turn };
  });
  return turns.sort((a, b) => a.turn - b.turn).map(({ item }) => item);
}
