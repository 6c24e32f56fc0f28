import { describe, expect, it } from 'vitest';
import type { ActiveEnrolment } from '../../../shared/domain/nurture/enrolment/enrolment.ts';
import { dayOf, plus } from '../../../shared/domain/time.ts';
import { getEnrolment } from '../../../shared/store/nurture/enrolments.ts';
import { markSent } from '../../../shared/store/nurture/mails.ts';
import type { Table } from '../../../shared/store/table.ts';
import { changeEnrolment, type EnrolmentChange } from '../../../shared/usecases/nurture/change-enrolment.ts';
import { viewers } from '../../functions/console/test-console.ts';
import { DAY_MS, enrolled, newSending, playbook, type Sending } from './sending.ts';

type Course = Awaited<ReturnType<typeof enrolled>>;

/** Somebody who got the whitepaper, on the day before the first tip. */
async function withPaper(sending: Sending): Promise<Course> {
  const of = await enrolled(sending.table);
  await sending.send(of);
  return of;
}

function change(
  sending: Sending,
  of: Course,
  request: Omit<EnrolmentChange, 'sequence' | 'startedAt'>,
  { by = 'sanne', table = sending.table } = {},
) {
  const system = { table, now: () => sending.now, playbook: async () => playbook };
  const startedAt = dayOf(of.startedAt);
  const viewer = { ...viewers.marketing, name: by };
  return changeEnrolment(system, viewer, of.lead, { sequence: 'tips', startedAt, ...request });
}

const isOfEnrolment = (input: object) => JSON.stringify(input).includes('S#tips');

/** A table on which something happens just before the next write of a sequence. */
function withMeanwhile(table: Table, meanwhile: () => Promise<unknown>): Table {
  let isDone = false;
  return {
    name: table.name,
    async call(operation, input) {
      if (operation === 'PutItem' && !isDone && isOfEnrolment(input)) {
        isDone = true;
        await meanwhile();
      }
      return table.call(operation, input);
    },
  };
}

describe('a sequence that a colleague changes', () => {
  it('sends nothing while it is paused, costs no sweep, and goes on with the same days between its mails', async () => {
    const sending = await newSending();
    const of = await withPaper(sending);
    expect(await change(sending, of, { do: 'pause' })).toEqual({ result: 'done' });
    expect(await sending.dueOf(of)).toBeUndefined();
    await sending.live(of, 20);
    await sending.send(of);
    expect(sending.counts()).toEqual({ paper: 1 });
    expect(await change(sending, of, { do: 'resume' })).toEqual({ result: 'done' });
    await sending.live(of, 3);
    expect(sending.counts()).toEqual({ paper: 1, 'tip-1': 1 });
    await sending.live(of, 4);
    expect(sending.counts()).toEqual({ paper: 1, 'tip-1': 1 });
    await sending.live(of, 3);
    expect(sending.counts()).toEqual({ paper: 1, 'tip-1': 1, 'tip-2': 1 });
  });

  it('sends the mail after the one that was skipped, and nothing after it was ended', async () => {
    const sending = await newSending();
    const [skipped, ended] = [await withPaper(sending), await withPaper(sending)];
    await change(sending, skipped, { do: 'skip', step: 'tip-1' });
    await change(sending, ended, { do: 'end' });
    const from = sending.now;
    for (const course of [skipped, ended]) {
      sending.now = from;
      await sending.live(course, 30);
    }
    expect(sending.counts(skipped.email)).toEqual({ paper: 1, 'tip-2': 1 });
    expect(sending.counts(ended.email)).toEqual({ paper: 1 });
  });

  it('changes once, however often it is asked', async () => {
    const sending = await newSending();
    const of = await withPaper(sending);
    await change(sending, of, { do: 'skip', step: 'tip-1', seen: '' });
    expect(await change(sending, of, { do: 'skip', step: 'tip-1', seen: '' })).toEqual({
      result: 'repeated',
    });
    expect((await getEnrolment(sending.table, of))?.skipped).toEqual({ 'tip-1': 'by-hand' });
  });

  it('is unknown after the person was erased, or if it never began', async () => {
    const sending = await newSending();
    const of = await withPaper(sending);
    expect(await change(sending, { ...of, startedAt: '2020-01-01' }, { do: 'end' })).toEqual({
      result: 'unknown',
    });
  });
});

describe('a mail that is sent in the moment in which it is skipped', () => {
  const atSeven = (sending: Sending) => {
    sending.now = plus(sending.now, 7 * DAY_MS);
  };

  it('is not sent if the skip was first', async () => {
    const sending = await newSending();
    const of = await withPaper(sending);
    atSeven(sending);
    const skip = () => change(sending, of, { do: 'skip', step: 'tip-1' });
    // Just before the sender claims the mail.
    await sending.send(of, { table: withMeanwhile(sending.table, skip) });
    expect(sending.counts()).toEqual({ paper: 1 });
    expect((await getEnrolment(sending.table, of))?.skipped).toEqual({ 'tip-1': 'by-hand' });
  });

  it('is refused if the mail was first, and the next one is not skipped for it', async () => {
    const sending = await newSending();
    const of = await withPaper(sending);
    atSeven(sending);
    const results: unknown[] = [];
    sending.before = async () => {
      results.push(await change(sending, of, { do: 'skip', step: 'tip-1' }));
      results.push(await change(sending, of, { do: 'pause' }));
    };
    await sending.send(of);
    const { claim } = (await getEnrolment(sending.table, of)) as ActiveEnrolment;
    await markSent(sending.table, claim?.mail ?? '', sending.now);
    expect(results).toEqual([
      { result: 'refused', why: 'sending' },
      { result: 'refused', why: 'sending' },
    ]);
    expect(await change(sending, of, { do: 'skip', step: 'tip-1' })).toEqual({
      ...{ result: 'refused', why: 'passed' },
    });
    expect(sending.counts()).toEqual({ paper: 1, 'tip-1': 1 });
  });
});

describe('two colleagues who change one sequence at once', () => {
  it('the second is told who was first, and what that was', async () => {
    const sending = await newSending();
    const of = await withPaper(sending);
    const first = () => change(sending, of, { do: 'end', seen: '' }, { by: 'sanne' });
    const table = withMeanwhile(sending.table, first);
    const second = await change(sending, of, { do: 'pause', seen: '' }, { by: 'tom', table });
    expect(second).toEqual({
      ...{ result: 'refused', why: 'overtaken' },
      last: { did: 'end', by: 'sanne', at: sending.now },
    });
    expect(await getEnrolment(sending.table, of)).toMatchObject({ status: 'ended', byHand: { by: 'sanne' } });
  });
});

describe('sales', () => {
  it('does not change what marketing sends', async () => {
    const sending = await newSending();
    const of = await withPaper(sending);
    const system = { table: sending.table, now: () => sending.now, playbook: async () => playbook };
    const pause = { sequence: 'tips', startedAt: dayOf(of.startedAt), do: 'pause' } as const;
    await expect(changeEnrolment(system, viewers.sales, of.lead, pause)).rejects.toThrow('change-nurture');
  });
});
