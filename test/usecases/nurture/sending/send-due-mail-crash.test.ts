import { beforeAll, describe, expect, it } from 'vitest';
import { plus } from '../../../../shared/domain/time.ts';
import { getEnrolment } from '../../../../shared/store/nurture/enrolments.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { Crash, countingTable, crashingTable } from '../../faulty-table.ts';
import { DAY_MS, enrolled, MONDAY, newSending, Sending } from '../sending.ts';

let table: Table;
beforeAll(async () => {
  table = (await newSending()).table;
});

/** A lead whose next mail is due: the whitepaper, or the first tip. */
async function due(step: 'paper' | 'tip-1') {
  const sending = new Sending(table);
  const of = await enrolled(table);
  if (step === 'tip-1') {
    await sending.send(of);
    sending.now = plus(MONDAY, 7 * DAY_MS);
  }
  return { sending, of };
}

async function callsOf(step: 'paper' | 'tip-1'): Promise<number> {
  const { sending, of } = await due(step);
  const counting = countingTable(table);
  await sending.send(of, { table: counting, pace: sending.pace() });
  return counting.calls;
}

const CALLS = 20;
const moments = Array.from({ length: CALLS }, (_, index) => index + 1).flatMap((call) =>
  (['before', 'after'] as const).map((when) => ({ call, when })),
);

describe.each(['paper', 'tip-1'] as const)('a process that crashes while sending %s', (step) => {
  it('makes no more calls than these tests crash', async () => {
    expect(await callsOf(step)).toBeLessThanOrEqual(CALLS);
  });

  it.each(moments)(
    '$when call $call to the table: the mail goes out as the policy says',
    async ({ call, when }) => {
      const { sending, of } = await due(step);
      const before = await getEnrolment(table, of);
      const died = await sending
        .send(of, { table: crashingTable(table, call, when), pace: sending.pace() })
        .then(
          () => false,
          (error) => error instanceof Crash,
        );
      const atDeath = sending.counts()[step] ?? 0;
      const isClaimed = (await getEnrolment(table, of))?.version !== before?.version;
      await sending.live(of, 20);
      const count = sending.counts()[step] ?? 0;
      if (!died) expect(count).toBe(1);
      else if (step === 'tip-1') expect(count).toBe(isClaimed ? atDeath : 1);
      else expect([1, atDeath + 1]).toContain(count);
      for (const other of ['paper', 'tip-1', 'tip-2'].filter((name) => name !== step)) {
        expect(sending.counts()[other]).toBe(1);
      }
      expect(await getEnrolment(table, of)).toMatchObject({ status: 'done' });
    },
  );

  it.each(['before', 'after'] as const)('%s the call to the mail service', async (when) => {
    const { sending, of } = await due(step);
    sending[when] = () => {
      throw new Crash();
    };
    await sending.send(of).catch(() => {});
    sending[when] = () => {};
    await sending.live(of, 20);
    const expected = {
      'tip-1': { before: undefined, after: 1 },
      paper: { before: 1, after: 2 },
    };
    expect(sending.counts()[step]).toBe(expected[step][when]);
    expect(sending.counts()['tip-2']).toBe(1);
  });
});
