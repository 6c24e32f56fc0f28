import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type System, startSystem } from '../../journeys/system.ts';
import { confirmedReaders, faultsOf, type Reader, TUESDAY } from './reader.ts';

const MANY = 1_000_000;
const ENROL = { function: 'enrol', service: 'dynamodb' };

let system: System;
let faults: ReturnType<typeof faultsOf>;
beforeAll(async () => {
  system = await startSystem({ now: TUESDAY });
  faults = faultsOf(system);
});
afterAll(() => system.stop());

/** The marketing mails of today that the brake knows of. */
async function counted(): Promise<number> {
  const day = new Date(system.twin.clock.now()).toISOString().slice(0, 10);
  const Key = { PK: { S: 'MAILING' }, SK: { S: `BRAKE#${day}` } };
  const { Item } = (await system.table('GetItem', { Key })) as { Item?: { sends?: { N: string } } };
  return Number(Item?.sends?.N ?? 0);
}

/** Somebody reads about scoring, for which a mail comes after 20 minutes, and `enrol` hears of it half an hour late. */
async function hearsLateOf(reader: Reader, meanwhile?: object): Promise<void> {
  await faults.add({ ...ENROL, kind: 'error', times: MANY });
  await reader.reads('/guides/scoring');
  await system.advance('30m');
  expect(await reader.got()).toEqual(['whitepaper']);
  await faults.clear();
  const { id, playbook } = await system.lead(reader.email);
  const { events } = await system.api<{ events: { type: string; at: string }[] }>(`/api/leads/${id}/events`);
  const at = events.find(({ type }) => type === 'page')?.at;
  const detail = { id: `${id}-late`, leadId: id, at, sequence: 'guide-scoring', playbook };
  if (meanwhile) await faults.add(meanwhile);
  const body = JSON.stringify({ 'detail-type': 'SequenceStarted', detail });
  await system.local('/invoke/enrol', { method: 'POST', body }).catch(() => {});
  if (meanwhile) expect((await faults.left())[0]?.times).toBeLessThan(MANY);
  await faults.clear();
}

describe('a marketing mail that is sent as soon as its sequence begins', () => {
  it('counts for the brake, also when the table refuses the count at first', async () => {
    const [ann, ben] = (await confirmedReaders(system, 2)) as [Reader, Reader];
    await hearsLateOf(ann);
    expect(await ann.got()).toEqual(['whitepaper', 'half-an-hour']);
    expect(await counted()).toBe(1);
    // The first change in place is its turn to send.
    const refusal = { ...ENROL, operation: 'UpdateItem', kind: 'error', skip: 1, times: MANY };
    await hearsLateOf(ben, refusal);
    expect(await ben.got()).toEqual(['whitepaper', 'half-an-hour']);
    expect(await counted()).toBe(1);
    await system.advance('2m');
    expect(await counted()).toBe(2);
    expect(await ben.got()).toEqual(['whitepaper', 'half-an-hour']);
  });
});
