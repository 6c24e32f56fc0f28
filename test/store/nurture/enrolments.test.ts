import { beforeEach, describe, expect, it } from 'vitest';
import { DUE_SHARDS, type Sweeper } from '../../../shared/contract/table.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { Enrolment } from '../../../shared/domain/nurture/enrolment/enrolment.ts';
import { plus } from '../../../shared/domain/time.ts';
import { type Due, dueItems, dueShard } from '../../../shared/store/due.ts';
import {
  enrolmentEntity,
  enrolmentsOf,
  getEnrolment,
  heldEnrolments,
  putEnrolment,
  removeEnrolment,
} from '../../../shared/store/nurture/enrolments.ts';
import type { Table } from '../../../shared/store/table.ts';
import { LEAD } from '../../domain/builders.ts';
import { enrolment, onDay } from '../../domain/nurture/builders.ts';
import { memoryTable } from '../memory-table.ts';
import { newTable } from '../new-table.ts';

let table: Table;
beforeEach(async () => {
  table = await newTable();
});

const waiting = (more = {}) => enrolment({ version: 1, ...more });
const due = async (before: string, lane: Sweeper = 'timers') => {
  const shards = Array.from({ length: DUE_SHARDS[lane] }, (_, shard) => dueShard(lane, shard));
  return (await Promise.all(shards.map((shard) => dueItems(table, shard, before)))).flat();
};

describe('an enrolment', () => {
  it('is read as it was written', async () => {
    const claim = { step: 'tip-7d', mail: 'm1', at: onDay(7), kind: 'marketing' } as const;
    const whole = waiting({ reached: '7d', shiftDays: 2, waits: 'cap', claim, skipped: { a: 'late' } });
    await putEnrolment(table, whole);
    expect(await getEnrolment(table, whole)).toEqual(whole);
    expect(await getEnrolment(table, { ...whole, startedAt: onDay(0).slice(0, 10) })).toEqual(whole);
    expect(await enrolmentsOf(table, LEAD)).toEqual([whole]);
  });

  it('is written over the version it was made from, and over no other', async () => {
    expect(await putEnrolment(table, waiting())).toBe('written');
    expect(await putEnrolment(table, waiting())).toBe('conflict');
    const next: Enrolment = waiting({ version: 2, due: onDay(14) });
    expect(await putEnrolment(table, next)).toBe('written');
    expect(await putEnrolment(table, next)).toBe('conflict');
  });

  it('is due when its moment has come, and not when it is over', async () => {
    await putEnrolment(table, waiting());
    expect(await due(onDay(6))).toEqual([]);
    const key = { lead: LEAD, sequence: 'tips', startedAt: onDay(0).slice(0, 10) };
    const found = await due(onDay(8));
    expect(found).toMatchObject([{ at: onDay(7) }]);
    expect(found.map((one) => enrolmentEntity.match(one))).toEqual([key]);
    expect(await due(onDay(8), 'enrol')).toEqual([]);
    const { due: _, planned: __, ...course } = waiting({ version: 2 });
    await putEnrolment(table, { ...course, status: 'ended', why: 'unsubscribed' });
    expect(await due(onDay(8))).toEqual([]);
  });

  it('is in the list of what colleagues paused, longest ago first, and not due, until it goes on', async () => {
    const pausedOn = (day: number) =>
      ({ held: true, byHand: { did: 'pause', by: 'sanne', at: onDay(day) } }) as const;
    const second = waiting({ ...pausedOn(2), lead: 'second-lead-0123456789' });
    const first = waiting(pausedOn(1));
    await Promise.all([second, first].map((one) => putEnrolment(table, one)));
    expect((await heldEnrolments(table, 20)).map(({ lead }) => lead)).toEqual([LEAD, second.lead]);
    expect(await heldEnrolments(table, 1)).toHaveLength(1);
    expect(await getEnrolment(table, first)).toEqual(first);
    expect(await due(onDay(30))).toEqual([]);
    await putEnrolment(table, waiting({ version: 2 }));
    await removeEnrolment(table, second);
    expect(await heldEnrolments(table, 20)).toEqual([]);
    expect(await due(onDay(8))).toMatchObject([{ at: onDay(7) }]);
  });

  it('whose next mail was asked for is due where no marketing mail is, also while it is being sent', async () => {
    const claim = { step: 'whitepaper', mail: 'm1', at: onDay(0), kind: 'requested' } as const;
    await putEnrolment(table, waiting({ isRequested: true, due: onDay(0) }));
    expect([await due(onDay(1), 'enrol'), await due(onDay(1))]).toMatchObject([[{ at: onDay(0) }], []]);
    await putEnrolment(table, waiting({ isRequested: true, due: onDay(0), claim, version: 2 }));
    expect(await due(onDay(1), 'enrol')).toMatchObject([{ at: onDay(0) }]);
  });

  it('keeps the tries at its mail only when it is written with them', async () => {
    await putEnrolment(table, waiting());
    const [found] = await due(onDay(8));
    const tried = { ...(found as Due), tries: 3, since: onDay(7), failure: 'Error' };
    await putEnrolment(table, waiting({ version: 2, due: onDay(8) }), tried);
    expect(await due(onDay(9))).toMatchObject([{ tries: 3, since: onDay(7), failure: 'Error' }]);
    await putEnrolment(table, waiting({ version: 3, due: onDay(9) }));
    expect(await due(onDay(10))).toMatchObject([{ tries: 0, since: onDay(9), failure: '' }]);
  });

  it('is not hidden by hundreds of repeated requests, whose sequence comes first', async () => {
    const table = await memoryTable();
    const repeats = Array.from({ length: 300 }, (_, n) =>
      waiting({ sequence: 'contact', startedAt: plus(onDay(1), n), repeats: true }),
    );
    await Promise.all(repeats.map((one) => putEnrolment(table, one)));
    await putEnrolment(table, waiting());
    expect((await enrolmentsOf(table, LEAD)).filter(({ repeats }) => !repeats)).toEqual([waiting()]);
  });

  it('is separate from others of the same lead', async () => {
    await putEnrolment(table, waiting());
    await putEnrolment(table, waiting({ sequence: 'news' }));
    await putEnrolment(table, waiting({ startedAt: onDay(40) }));
    const names = (await enrolmentsOf(table, LEAD)).map((one) => `${one.sequence} ${one.startedAt}`);
    expect(names).toEqual([`news ${onDay(0)}`, `tips ${onDay(0)}`, `tips ${onDay(40)}`]);
    await removeEnrolment(table, waiting());
    expect(await enrolmentsOf(table, LEAD)).toHaveLength(2);
    expect(await enrolmentsOf(table, 'somebody-else-entirely' as LeadId)).toEqual([]);
  });
});
