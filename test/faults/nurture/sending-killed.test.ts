import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type System, startSystem } from '../../journeys/system.ts';
import { faultsOf, moveTo, passWithoutTimers, Reader, TUESDAY } from './reader.ts';

interface Call {
  /** What the call is for. */
  what: string;
  service: 'dynamodb' | 'ses';
  operation: string;
  /** How many calls of this operation come before it. */
  skip: number;
  /** How often the mail is sent if the process dies before this call, and after it. */
  comes: [before: number, after: number];
}

const database = (what: string, operation: string, skip: number, comes: Call['comes']): Call => {
  return { what, service: 'dynamodb', operation, skip, comes };
};
const mailService = (what: string, operation: string, comes: Call['comes']): Call => {
  return { what, service: 'ses', operation, skip: 0, comes };
};

/** Every kind of call for sending a tip. Once claimed, it is never sent again. */
const SENDING_A_TIP = [
  database('looking for what is due', 'Query', 0, [1, 1]),
  database('reading the enrolment', 'GetItem', 0, [1, 1]),
  mailService('reading the quota', 'GetSendQuota', [1, 1]),
  database('taking its turn', 'UpdateItem', 0, [1, 1]),
  database('listing the mail', 'PutItem', 0, [1, 1]),
  database('keeping the mail', 'PutItem', 1, [1, 1]),
  database('claiming', 'PutItem', 2, [1, 0]),
  database('counting it against the cap', 'PutItem', 3, [0, 0]),
  mailService('sending', 'SendRawEmail', [0, 1]),
  database('counting it for the brake', 'UpdateItem', 1, [1, 1]),
];

/** Every kind of call for sending the whitepaper: it is sent once, as the mail service reports what it accepted. */
const SENDING_WHAT_WAS_REQUESTED = [
  database('reading the lead', 'GetItem', 0, [1, 1]),
  mailService('reading the quota', 'GetSendQuota', [1, 1]),
  database('taking its turn', 'UpdateItem', 0, [1, 1]),
  database('enrolling', 'PutItem', 0, [1, 1]),
  database('listing the mail', 'PutItem', 1, [1, 1]),
  database('keeping the mail', 'PutItem', 2, [1, 1]),
  database('claiming', 'PutItem', 3, [1, 1]),
  mailService('sending', 'SendRawEmail', [1, 1]),
  database('confirming', 'PutItem', 4, [1, 1]),
];

const deaths = (calls: readonly Call[]) =>
  calls.flatMap((call) => [
    { call, kind: 'crash-before' as const, comes: call.comes[0] },
    { call, kind: 'crash-after' as const, comes: call.comes[1] },
  ]);
const writes = (calls: readonly Call[]) => calls.filter(({ operation }) => operation === 'PutItem').length;

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
/** Between the tips of two people, so that the run that dies and its retry a minute later handle one person. */
const APART = 3 * MINUTE;
/** More calls than anybody makes: a fault that skips this many only counts them. */
const COUNTER = 1_000_000;

let system: System;
let faults: ReturnType<typeof faultsOf>;
beforeAll(async () => {
  system = await startSystem({ now: TUESDAY });
  faults = faultsOf(system);
});
afterAll(() => system.stop());

async function writesOf(name: string, act: () => Promise<unknown>): Promise<number> {
  const counter = { function: name, service: 'dynamodb', operation: 'PutItem', kind: 'error', skip: COUNTER };
  await faults.add(counter);
  await act();
  const [left] = await faults.left();
  await faults.clear();
  return COUNTER - (left?.skip ?? COUNTER);
}

/** Kills a process by a fault, and checks that it died. */
async function die(about: object, act: () => Promise<unknown>, where: string): Promise<void> {
  await faults.add(about);
  await act();
  expect(await faults.left(), where).toEqual([]);
}

describe('a process that dies while it sends a tip', () => {
  it('sends it once if it died before the claim, else never, and sends the next tip', async () => {
    const cases = deaths(SENDING_A_TIP);
    const start = system.twin.clock.now();
    const people = Array.from({ length: cases.length + 1 }, () => new Reader(system));
    for (const [n, reader] of people.entries()) {
      await passWithoutTimers(system, start + n * APART);
      await reader.asks();
      await system.settled();
      await reader.confirms();
    }
    const [healthy, ...doomed] = people;
    const beforeTipOf = (n: number) => start + WEEK + n * APART - MINUTE / 6;
    await moveTo(system, beforeTipOf(0));
    const sendNext = (n: number) => moveTo(system, beforeTipOf(n + 1));
    expect(await writesOf('timers', () => sendNext(0))).toBe(writes(SENDING_A_TIP));
    for (const [n, { call, kind }] of cases.entries()) {
      const { what, service, operation, skip } = call;
      const fault = { function: 'timers', service, operation, skip, kind };
      await die(fault, () => sendNext(n + 1), `${kind} ${what}`);
    }
    await system.advance('7d');
    const [paper, tip, next] = ['whitepaper', 'start-at-the-end', 'two-questions'];
    expect(await healthy?.got()).toEqual([paper, tip, next]);
    for (const [n, { call, kind, comes }] of cases.entries()) {
      const expected = comes === 1 ? [paper, tip, next] : [paper, next];
      expect(await doomed[n]?.got(), `${kind} ${call.what}`).toEqual(expected);
    }
  });
});

describe('a process that dies while it sends what was requested', () => {
  it('sends it once', async () => {
    const healthy = new Reader(system);
    const asks = (reader: Reader) => async () => {
      await reader.asks();
      await system.settled();
    };
    expect(await writesOf('enrol', asks(healthy))).toBe(writes(SENDING_WHAT_WAS_REQUESTED));
    const people: { reader: Reader; where: string }[] = [];
    for (const { call, kind } of deaths(SENDING_WHAT_WAS_REQUESTED)) {
      const { what, service, operation, skip } = call;
      const [reader, where] = [new Reader(system), `${kind} ${what}`];
      people.push({ reader, where });
      // A process reads the quota once a minute.
      if (operation === 'GetSendQuota') await system.advance('2m');
      await die({ function: 'enrol', service, operation, skip, kind }, asks(reader), where);
    }
    await system.advance('1h');
    for (const { reader, where } of people) expect(await reader.got(), where).toEqual(['whitepaper']);
  });
});
