import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import { isErased } from '../../../shared/domain/identity/lead.ts';
import type { Enrolment, EnrolmentKey } from '../../../shared/domain/nurture/enrolment/enrolment.ts';
import { type Sequence, sequenceSchema } from '../../../shared/domain/nurture/sequence.ts';
import { plus } from '../../../shared/domain/time.ts';
import { getLead, putLead } from '../../../shared/store/identity/leads.ts';
import { enrolmentsOf, getEnrolment, putEnrolment } from '../../../shared/store/nurture/enrolments.ts';
import type { Table } from '../../../shared/store/table.ts';
import { eraseLead } from '../../../shared/usecases/identity/erase-lead.ts';
import { type EnrolSystem, enrol, type SequenceStart } from '../../../shared/usecases/nurture/enrol.ts';
import { Crash, countingTable, crashingTable } from '../faulty-table.ts';
import { jobsOf } from '../job-system.ts';
import { DAY_MS, MONDAY, newSending, playbook, type Sending, somebody } from './sending.ts';

let table: Table;
beforeAll(async () => {
  table = (await newSending()).table;
});

let dueAtOnce: EnrolmentKey[] = [];
beforeEach(() => {
  dueAtOnce = [];
});

const tips = playbook.sequences.tips as Sequence;
const system = (over: Table = table, sequence: Partial<Sequence> = {}, now = MONDAY): EnrolSystem => ({
  table: over,
  now: () => now,
  playbook: async () => ({ ...playbook, sequences: { tips: { ...tips, ...sequence } } }),
  sendDueMail: async (of) => void dueAtOnce.push(of),
});
const start = async (startedAt = MONDAY, profile = {}): Promise<SequenceStart> => {
  const { lead } = await somebody(table, { lead: { started: { tips: startedAt } }, profile });
  return { lead, sequence: 'tips', startedAt, playbook: 1 };
};
const enrolmentsIn = async (of: { lead: LeadId }) => await enrolmentsOf(table, of.lead);

describe('a lead that starts a sequence', () => {
  it('is enrolled, and its first mail is sent at once', async () => {
    const begins = await start();
    await enrol(system(), begins);
    expect(await enrolmentsIn(begins)).toMatchObject([{ status: 'active', due: MONDAY, startedAt: MONDAY }]);
    expect(dueAtOnce).toMatchObject([{ lead: begins.lead, sequence: 'tips', startedAt: MONDAY }]);
  });

  it('waits for its first mail when that is due later', async () => {
    const begins = await start();
    await enrol(system(table, { steps: tips.steps.slice(1) }), begins);
    expect(await enrolmentsIn(begins)).toMatchObject([{ status: 'active', due: plus(MONDAY, 7 * DAY_MS) }]);
    expect(dueAtOnce).toEqual([]);
  });

  it('is enrolled once, however often the event is repeated, also in parallel', async () => {
    const begins = await start();
    await Promise.all([1, 2, 3].map(() => enrol(system(), begins)));
    await enrol(system(), begins);
    expect(await enrolmentsIn(begins)).toHaveLength(1);
  });

  it('keeps its progress when the event is repeated late', async () => {
    const begins = await start();
    await enrol(system(), begins);
    const enrolment = await getEnrolment(table, begins);
    const sent = { paper: MONDAY };
    const due = plus(MONDAY, 7 * DAY_MS);
    await putEnrolment(table, { ...enrolment, version: 2, sent, due } as never);
    await enrol(system(), begins);
    expect(await getEnrolment(table, begins)).toMatchObject({ version: 2, sent, due });
  });

  it('is not enrolled if it was erased, or is erased at that moment', async () => {
    const erase = (lead: LeadId) =>
      eraseLead(
        jobsOf(table, () => MONDAY),
        lead,
      );
    const before = await start();
    await erase(before.lead);
    await enrol(system(), before);
    expect(await enrolmentsIn(before)).toEqual([]);

    const during = await start();
    const erasing: Table = {
      name: table.name,
      async call(operation, input) {
        if (operation === 'PutItem') await erase(during.lead);
        return table.call(operation, input);
      },
    };
    await enrol(system(erasing), during);
    expect(await enrolmentsIn(during)).toEqual([]);
    expect(dueAtOnce).toEqual([]);
  });

  it('is not enrolled by an old event if it was erased and came back', async () => {
    const begins = await start();
    await enrol(system(), { ...begins, startedAt: plus(MONDAY, -DAY_MS) });
    expect(await enrolmentsIn(begins)).toEqual([]);
  });

  it('is not enrolled if the sequence was removed, or offers what it has already requested', async () => {
    const begins = await start();
    await enrol(system(), { ...begins, sequence: 'gone' });
    const offer: Sequence['start'] = { visited: ['/whitepaper'], withoutForm: 'whitepaper' };
    const asked = await start(MONDAY, { forms: { whitepaper: plus(MONDAY, -DAY_MS) } });
    await enrol(system(table, { start: offer }), asked);
    expect([...(await enrolmentsIn(begins)), ...(await enrolmentsIn(asked))]).toEqual([]);
  });
});

describe('a lead that repeats a request', () => {
  const again = async (sequence: Partial<Sequence>, days: number, status: 'active' | 'done' = 'done') => {
    const startedAt = plus(MONDAY, days * DAY_MS);
    const begins = await start(startedAt);
    const { lead } = begins;
    const course = { lead, sequence: 'tips', startedAt: MONDAY, version: 1, sent: {}, skipped: {} };
    const going = status === 'active' ? { status, due: startedAt, planned: startedAt } : { status };
    await putEnrolment(table, { ...course, shiftDays: 0, ...going });
    await enrol(system(table, sequence, startedAt), begins);
    return (await enrolmentsIn(begins)).find((one) => one.startedAt === startedAt);
  };
  const onlyPaper = { skipped: { 'tip-1': 'repeated', 'tip-2': 'repeated' } };

  it('gets the requested mail, and no tip twice', async () => {
    expect(await again({}, 3)).toMatchObject({ status: 'active', ...onlyPaper });
  });

  it('repeats the whole sequence only after the time set by marketing', async () => {
    const { again: policy } = sequenceSchema.parse({ ...tips, again: { after: '30d' } });
    expect(await again({ again: policy }, 29)).toMatchObject(onlyPaper);
    expect(await again({ again: policy }, 30)).toMatchObject({ status: 'active', skipped: {} });
  });

  it('is never in the same sequence twice at a time', async () => {
    expect(await again({ again: { after: '30d' } }, 60, 'active')).toMatchObject(onlyPaper);
  });

  it('gets the requested mail again on the same day, once for each request, and keeps its tips', async () => {
    const begins = await start();
    await enrol(system(), begins);
    const { lead } = begins;
    const stored = await getLead(table, lead);
    if (stored === undefined || isErased(stored)) throw new Error('There is no lead');
    const later = plus(MONDAY, 60_000);
    await putLead(table, { ...stored, version: stored.version + 1, started: { tips: later } });
    for (const _ of [1, 2]) await enrol(system(table, {}, later), { ...begins, startedAt: later });
    const [whole, repeated, ...others] = await enrolmentsIn(begins);
    expect(whole).toMatchObject({ status: 'active', startedAt: MONDAY, skipped: {} });
    expect(repeated).toMatchObject({ status: 'active', startedAt: later, ...onlyPaper });
    expect(others).toEqual([]);
    expect(await getEnrolment(table, repeated as Enrolment)).toEqual(repeated);
  });

  it('gets all of it if it had no permission the first time', async () => {
    const begins = await start(plus(MONDAY, 20 * DAY_MS));
    const { lead, startedAt } = begins;
    for (const [day, why] of [
      [0, 'no-permission'],
      [9, 'not-confirmed'],
    ] as const) {
      const course = { lead, sequence: 'tips', startedAt: plus(MONDAY, day * DAY_MS), version: 1 };
      await putEnrolment(table, { ...course, sent: {}, skipped: {}, shiftDays: 0, status: 'ended', why });
    }
    await enrol(system(table, {}, startedAt), begins);
    expect(await getEnrolment(table, begins)).toMatchObject({ status: 'active', skipped: {} });
  });

  it('is not enrolled again in a sequence without requested mails', async () => {
    expect(await again({ steps: tips.steps.slice(1) }, 3)).toBeUndefined();
  });
});

describe('enrolling, with a crash before or after any call of the table', () => {
  let sending: Sending;
  beforeEach(async () => {
    sending = await newSending();
  });

  it('enrols once and sends each tip once; the whitepaper too, unless it is unknown whether it was sent', async () => {
    const scenario = async (over: (table: Table) => Table) => {
      sending.now = MONDAY;
      const { lead, email } = await somebody(sending.table, { lead: { started: { tips: MONDAY } } });
      const begins = { lead, sequence: 'tips', startedAt: MONDAY, playbook: 1 };
      const used = over(sending.table);
      const through = (inner: Table): EnrolSystem => ({
        table: inner,
        now: () => sending.now,
        playbook: async () => playbook,
        sendDueMail: (of) => sending.send(of, { table: inner }),
      });
      try {
        await enrol(through(used), begins);
      } catch (error) {
        expect(error).toBeInstanceOf(Crash);
        await enrol(through(sending.table), begins);
      }
      await sending.live(begins, 20);
      const { paper, ...tips } = sending.counts(email);
      expect(tips).toEqual({ 'tip-1': 1, 'tip-2': 1 });
      expect(await enrolmentsOf(sending.table, lead)).toMatchObject([{ status: 'done' }]);
      return { used, paper };
    };
    const { used, paper } = await scenario(countingTable);
    expect(paper).toBe(1);
    const { calls } = used as ReturnType<typeof countingTable>;
    expect(calls).toBeGreaterThan(8);
    for (let call = 1; call <= calls; call++) {
      for (const when of ['before', 'after'] as const) {
        const { paper: times } = await scenario((inner) => crashingTable(inner, call, when));
        expect([1, 2]).toContain(times);
      }
    }
  });
});
