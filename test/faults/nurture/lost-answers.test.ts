import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type System, startSystem } from '../../journeys/system.ts';
import { faultsOf, moveTo, passWithoutTimers, Reader, TUESDAY } from './reader.ts';

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
/** Between the tips of two people, so that each has a minute of its own. */
const APART = 3 * MINUTE;
const [PAPER, TIP, NEXT] = ['whitepaper', 'start-at-the-end', 'two-questions'];

/** The writes of sending a tip: the mail in two places, claim, cap; then its turn and the brake. */
const TIP_WRITES = { PutItem: 4, UpdateItem: 2 };
/** The writes of sending what was requested: enrolment, the mail in two places, claim, confirmation; then its turn. */
const PAPER_WRITES = { PutItem: 5, UpdateItem: 1 };
/** The client tries again after both: the call was carried out and its answer lost, or it was not carried out. */
const KINDS = ['timeout-after', 'error'] as const;

let system: System;
let faults: ReturnType<typeof faultsOf>;
beforeAll(async () => {
  system = await startSystem({ now: TUESDAY });
  faults = faultsOf(system);
});
afterAll(() => system.stop());

const casesOf = (writes: Record<string, number>) =>
  Object.entries(writes).flatMap(([operation, count]) =>
    Array.from({ length: count }, (_, skip) => KINDS.map((kind) => ({ operation, skip, kind }))).flat(),
  );
const named = ({ kind, operation, skip }: { kind: string; operation: string; skip: number }) =>
  `${kind} ${operation} ${skip}`;

/** Adds a fault that hits once, and checks afterwards that it did. */
async function withFault(
  about: { kind: string; operation: string; skip: number; function: string },
  act: () => Promise<unknown>,
) {
  await faults.add({ service: 'dynamodb', ...about });
  await act();
  expect(await faults.left(), named(about)).toEqual([]);
}

describe('a tip of which any write loses its answer, or fails once', () => {
  it('is sent once all the same, and the next one follows', async () => {
    const cases = casesOf(TIP_WRITES);
    const start = system.twin.clock.now();
    const readers = cases.map(() => new Reader(system));
    for (const [n, reader] of readers.entries()) {
      await passWithoutTimers(system, start + n * APART);
      await reader.asks();
      await system.settled();
      await reader.confirms();
    }
    const beforeTipOf = (n: number) => start + WEEK + n * APART - MINUTE;
    await moveTo(system, beforeTipOf(0));
    for (const [n, about] of cases.entries())
      await withFault({ ...about, function: 'timers' }, () => moveTo(system, beforeTipOf(n + 1)));
    await system.advance('1h');
    for (const [n, reader] of readers.entries())
      expect(await reader.got(), named(cases[n] as never)).toEqual([PAPER, TIP]);
    await system.advance('7d');
    for (const [n, reader] of readers.entries())
      expect(await reader.got(), named(cases[n] as never)).toEqual([PAPER, TIP, NEXT]);
  });
});

describe('a requested mail of which any write loses its answer, or fails once', () => {
  it('is sent once all the same, within a minute', async () => {
    const cases = casesOf(PAPER_WRITES);
    const readers = cases.map(() => new Reader(system));
    for (const [n, reader] of readers.entries()) {
      await withFault({ ...(cases[n] as (typeof cases)[number]), function: 'enrol' }, async () => {
        await reader.asks();
        await system.settled();
      });
    }
    for (const span of ['1m', '30m']) {
      await system.advance(span);
      for (const [n, reader] of readers.entries())
        expect(await reader.got(), named(cases[n] as never)).toEqual([PAPER]);
    }
  });
});
