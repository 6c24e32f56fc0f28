import type { Change } from '../change-item.ts';

/** Changes the item of a clock whose `openAt` is the next free moment; undefined when the condition does not hold. */
type ChangeClock = (change: Change) => Promise<{ openAt: number } | undefined>;

/** All in milliseconds, since 1970 or long. */
export interface Slot {
  now: number;
  /** The last moment at which it may begin. */
  latest: number;
  taking: number;
  /** A guess: nothing was reserved in the last moments. */
  isIdle: boolean;
}

/**
 * Reserves the next free slot of a clock. One write unit, or two when the guess was wrong.
 * @param expires whether the item is of no use once its clock stands in the past
 * @returns when it begins; undefined when that would be later than `latest`
 */
export async function reserveSlot(
  clock: ChangeClock,
  { now, latest, taking, isIdle }: Slot,
  { expires = false } = {},
): Promise<number | undefined> {
  const move = async (onlyIf: string, to: string, values: Record<string, number>, until: string) => {
    const set = `openAt = ${to}${expires ? `, expiresAt = ${until}` : ''}`;
    const seconds = Math.ceil((values[':after'] ?? taking) / 1_000);
    return (await clock({ set, onlyIf, values: { ...values, ...(expires && { ':until': seconds }) } }))
      ?.openAt;
  };
  const inLine = async () => {
    const values = { ':now': now, ':latest': latest, ':taking': taking };
    const after = await move(
      'openAt BETWEEN :now AND :latest',
      'openAt + :taking',
      values,
      'expiresAt + :until',
    );
    return after === undefined ? undefined : after - taking;
  };
  const asFirst = async () => {
    const values = { ':now': now, ':after': now + taking };
    const after = await move('attribute_not_exists(openAt) OR openAt < :now', ':after', values, ':until');
    return after === undefined ? undefined : now;
  };
  // Queue once more: another process may have reserved a slot meanwhile. Otherwise it is too late.
  for (const reserve of isIdle ? [asFirst, inLine] : [inLine, asFirst, inLine]) {
    const from = await reserve();
    if (from !== undefined) return from;
  }
  return undefined;
}
