/**
 * Orders what is due so that nothing waits for a flood of something else: what somebody needs soonest goes first, then
 * the first of each lead, then the second of each; among those, what failed less often. Otherwise the order stays.
 */
export function takeTurns<T extends { id: string; rank: number; tries: number }>(due: readonly T[]): T[] {
  const counts = new Map<string, number>();
  const turns = due.map((item) => {
    const turn = counts.get(`${item.rank} ${item.id}`) ?? 0;
    counts.set(`${item.rank} ${item.id}`, turn + 1);
    return { item, turn };
  });
  turns.sort((a, b) => a.item.rank - b.item.rank || a.turn - b.turn || a.item.tries - b.item.tries);
  return turns.map(({ item }) => item);
}
