import type { Item, Operations, Table } from '../../shared/store/table.ts';

/** The process crashed. */
export class Crash extends Error {}

/**
 * A table whose n-th call (from 1) crashes the process, just before or just after it is carried out. A process that
 * crashed calls nothing any more.
 */
export function crashingTable(table: Table, call: number, when: 'before' | 'after'): Table {
  let calls = 0;
  let isDead = false;
  return {
    name: table.name,
    async call(operation, input) {
      calls += 1;
      const isLast = calls === call;
      if (isDead) throw new Crash();
      isDead = isLast;
      if (isLast && when === 'before') throw new Crash();
      const output = await table.call(operation, input);
      if (isLast && when === 'after') throw new Crash();
      return output;
    },
  };
}

/**
 * The table of a process that dies at its n-th call (from 1), just before or just after that is carried out: nothing of
 * it gets through afterwards, whatever it does about errors.
 */
export function dyingTable(table: Table, call: number, when: 'before' | 'after'): Table {
  let calls = 0;
  return {
    name: table.name,
    async call(operation, input) {
      const nth = ++calls;
      if (nth > call || (nth === call && when === 'before')) throw new Crash();
      if (nth < call) return table.call(operation, input);
      await table.call(operation, input).catch(() => {});
      throw new Crash();
    },
  };
}

/** A table, with something that happens at the n-th call, before that is carried out. */
export function meanwhile(table: Table, call: number, happens: () => Promise<unknown>): Table {
  let calls = 0;
  return {
    name: table.name,
    async call(operation, input) {
      if (++calls === call) await happens();
      return table.call(operation, input);
    },
  };
}

/**
 * A table in which an eventually consistent read does not see the last write to its item.
 */
export function laggingTable(table: Table): Table {
  const before = new Map<string, object>();
  const keyOf = ({ PK, SK }: Item) => JSON.stringify([PK, SK]);
  return {
    name: table.name,
    async call(operation, input) {
      const { Item, Key, ConsistentRead } = input as { Item?: Item; Key?: Item; ConsistentRead?: boolean };
      const { PK, SK } = Item ?? Key ?? {};
      if (PK === undefined || SK === undefined) return table.call(operation, input);
      const key = keyOf({ PK, SK });
      if (operation === 'GetItem') {
        const answer = await table.call(operation, input);
        return ConsistentRead ? answer : ((before.get(key) ?? answer) as typeof answer);
      }
      const get = { TableName: table.name, Key: { PK, SK }, ConsistentRead: true };
      before.set(key, await table.call('GetItem', get));
      return table.call(operation, input);
    },
  };
}

/** How often the SDK sends a call at most. */
const ATTEMPTS = 3;

/**
 * A table whose answers get lost at random: the call was carried out, and the very same input is sent again, as the SDK
 * does. Its last attempt gets an answer.
 * @param random from 0 up to 1; an answer is lost below `chance`
 */
export function forgetfulTable(table: Table, random: () => number, chance = 0.4): Table {
  return {
    name: table.name,
    async call(operation, input) {
      for (let attempt = 1; attempt < ATTEMPTS && random() < chance; attempt++)
        await table.call(operation, structuredClone(input)).catch(() => {});
      return table.call(operation, structuredClone(input));
    },
  };
}

/** Numbers from 0 up to 1 that look random, always the same for a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A table whose every first answer gets lost. */
export function repeatingTable(table: Table): Table {
  let calls = 0;
  return forgetfulTable(table, () => calls++ % 2, 0.5);
}

/** A table that refuses one operation. */
export function refusingTo(refused: keyof Operations, table: Table): Table {
  return {
    name: table.name,
    call: (operation, input) =>
      operation === refused ? Promise.reject(new Error('Refused')) : table.call(operation, input),
  };
}

/** A table that counts its calls. */
export function countingTable(table: Table): Table & { calls: number } {
  return {
    name: table.name,
    calls: 0,
    call(operation, input) {
      this.calls += 1;
      return table.call(operation, input);
    },
  };
}
