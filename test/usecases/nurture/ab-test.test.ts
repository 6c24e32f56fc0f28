import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { mailsReport } from '../../../shared/contract/reports.ts';
import { LEAD_SHARDS } from '../../../shared/contract/table.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import type { AbTest } from '../../../shared/domain/nurture/ab-test/ab-test-rules.ts';
import { ownVariant, takesPart } from '../../../shared/domain/nurture/ab-test/assign-variant.ts';
import type { EnrolmentKey } from '../../../shared/domain/nurture/enrolment/enrolment.ts';
import type { Mail } from '../../../shared/domain/nurture/mailing.ts';
import { type Instant, plus, plusDays } from '../../../shared/domain/time.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { getLead, putLead } from '../../../shared/store/identity/leads.ts';
import { getAbTest } from '../../../shared/store/nurture/ab-tests.ts';
import { enrolmentsOf } from '../../../shared/store/nurture/enrolments.ts';
import { getMail, mailsOf, recordDelivery } from '../../../shared/store/nurture/mails.ts';
import { confirmReaction, recordMachine } from '../../../shared/store/nurture/reactions.ts';
import { putReportChange } from '../../../shared/store/reports/report-changes.ts';
import type { Table } from '../../../shared/store/table.ts';
import { countVariants } from '../../../shared/usecases/nurture/ab-test/count-variants.ts';
import { decideAbTest } from '../../../shared/usecases/nurture/ab-test/decide-ab-test.ts';
import { type IssueRun, sendIssue } from '../../../shared/usecases/nurture/send-issue.ts';
import { countMachine, countReaction, countReported } from '../../../shared/usecases/reports/count-mail.ts';
import { readMails } from '../../../shared/usecases/reports/read-mails.ts';
import { recordReportMetrics } from '../../../shared/usecases/reports/record-report-metrics.ts';
import { handover } from '../../domain/handover/handed-over.ts';
import { countingTable, dyingTable, randomFrom } from '../faulty-table.ts';
import { enrolled, MONDAY, newSending, type Sending, playbook as small, somebody } from './sending.ts';

const HOUR = 3_600_000;
const test: AbTest = {
  name: 'tip-subject',
  variants: [
    { name: 'question', subject: { nl: 'Wie eerst?', en: 'Who first, {{ firstName }}?' } },
    { name: 'short', mail: 'tip-short' },
  ],
  share: 1,
  measure: 'opened',
  decide: { after: '4h' },
  certainty: 0.95,
};
const [sequence] = Object.values(small.sequences);
if (sequence === undefined) throw new Error('The playbook of the tests has a sequence');

let sending: Sending;
let playbook: Playbook;
beforeEach(async () => {
  sending = await newSending();
  playbook = withTest(test);
});

function withTest(own: AbTest | undefined): Playbook {
  const step = {
    id: 'tip-1',
    mail: 'tip',
    after: '0d',
    kind: 'marketing' as const,
    ...(own && { test: own }),
  };
  return { ...small, sequences: { tips: { ...(sequence as NonNullable<typeof sequence>), steps: [step] } } };
}

const system = (table: Table = sending.table) => ({
  table,
  now: () => sending.now,
  playbook: async () => playbook,
});
/** Each mail of the playbook says in its text which it is. */
const more = (table?: Table) => ({
  ...(table && { table }),
  playbook: async () => playbook,
  templates: async (_: number, mail: string) => ({
    ...{ subject: 'Tip', preheader: '', html: '<html><body></body></html>', text: mail },
  }),
});
const begin = (count: number, own: Parameters<typeof enrolled>[1] = {}) =>
  Promise.all(
    Array.from({ length: count }, () => enrolled(sending.table, { startedAt: sending.now, ...own })),
  );

/** The one mail of a person. */
async function mailOf({ lead }: { lead: LeadId }): Promise<Mail> {
  const [id = ''] = await mailsOf(sending.table, lead);
  return (await getMail(sending.table, id)) as Mail;
}

const arrives = async ({ id }: Mail) => {
  const report = { at: sending.now, metric: 'delivered' } as const;
  const mail = await recordDelivery(sending.table, id, 'delivered', report);
  if (mail) await countReported(system(), mail, 'delivered');
};
const opens = async ({ id }: Mail) => {
  const mail = await confirmReaction(sending.table, id, 'open', sending.now);
  if (mail) await countReaction(system(), mail, 'open');
};
const isScanned = async ({ id }: Mail) => {
  const mail = await recordMachine(sending.table, id, 'open', sending.now);
  if (mail) await countMachine(system(), mail, 'open');
};
const shown = (chosen: string) =>
  ({
    first: ['Tip', 'tip'],
    question: ['Who first, ?', 'tip'],
    short: ['Tip', 'tip-short'],
  })[chosen];
const gotBy = ({ email }: { email: string }) =>
  sending.sent.filter(({ to }) => to[0] === email).map(({ subject, text }) => [subject, text]);

/** Counts mails of a variant that arrived, and how many of them people opened. */
async function count(variant: string, delivered: number, opened: number, own = test, place = 'tips/tip-1') {
  const of = `${place}/en/${own.name}.${variant}`;
  const counts = Object.entries({ delivered, opened }) as ['delivered' | 'opened', number][];
  const increments = counts.map(([metric, by]) => ({ dimension: 'mail' as const, of, metric, by }));
  await putReportChange(sending.table, { key: of, at: sending.now }, increments);
}

describe('a test in a step of a sequence', () => {
  it('sends each person its variant, and the mail remembers it', async () => {
    const people = await begin(15);
    for (const person of people) {
      await sending.send(person, more());
      const variant = ownVariant(test, person.lead);
      expect(gotBy(person)).toEqual([shown(variant)]);
      expect((await mailOf(person)).test).toEqual({ test: 'tip-subject', variant, counts: true });
      expect((await mailOf(person)).template).toBe(variant === 'short' ? 'tip-short' : 'tip');
    }
    expect(new Set(people.map(({ lead }) => ownVariant(test, lead))).size).toBe(3);
    expect(await getAbTest(sending.table, test.name)).toMatchObject({
      begunAt: MONDAY,
      due: plus(MONDAY, 4 * HOUR),
    });
  });

  it('leaves out whoever gave no consent for tracking: such a person gets the first', async () => {
    const [untracked] = await begin(1, { lead: { tracking: 'denied' } });
    if (untracked) await sending.send(untracked, more());
    expect(untracked && gotBy(untracked)).toEqual([shown('first')]);
    expect(untracked && (await mailOf(untracked)).test).toMatchObject({ variant: 'first', counts: false });
    expect(await getAbTest(sending.table, test.name)).toBeUndefined();
  });

  it('sends everybody what was decided, once its moment has come, and never decides again', async () => {
    const [person] = await begin(1);
    if (person) await sending.send(person, more());
    await count('first', 100, 20);
    await count('question', 100, 22);
    await count('short', 100, 40);
    expect(await decideAbTest(system(), test.name)).toEqual({ until: plus(MONDAY, 4 * HOUR) });
    sending.now = plus(MONDAY, 4 * HOUR);
    const decided = await decideAbTest(system(), test.name);
    expect(decided).toMatchObject({ decision: { at: sending.now, chosen: 'short', isSeen: true } });

    const later = await begin(4);
    for (const person of later) {
      await sending.send(person, more());
      expect(gotBy(person)).toEqual([shown('short')]);
      expect((await mailOf(person)).test).toEqual({ test: 'tip-subject', variant: 'short', counts: false });
    }
    const period = { from: MONDAY.slice(0, 10), to: MONDAY.slice(0, 10) };
    expect((await readMails(system(), period)).tests).toMatchObject([
      {
        ...{ test: 'tip-subject', state: 'decided', chosen: 'short', isSeen: true, until: null },
        variants: [
          { variant: 'first', mail: 'tip', subject: null, recipients: 100, reached: 20 },
          { variant: 'question', mail: 'tip', subject: { nl: 'Wie eerst?' }, recipients: 100, reached: 22 },
          { variant: 'short', mail: 'tip-short', subject: null, recipients: 100, reached: 40 },
        ],
      },
    ]);
    await count('question', 900, 900);
    sending.now = plus(MONDAY, 5 * HOUR);
    expect(await decideAbTest(system(), test.name)).toEqual(decided);
    expect((await getAbTest(sending.table, test.name))?.due).toBeUndefined();
  });

  it('goes on with the first when nothing but chance or machines made a difference', async () => {
    const people = await begin(6);
    for (const person of people) {
      await sending.send(person, more());
      await arrives(await mailOf(person));
      await isScanned(await mailOf(person));
    }
    for (const variant of ['first', 'question', 'short']) await count(variant, 60, 0);
    sending.now = plus(MONDAY, 5 * HOUR);
    expect(await decideAbTest(system(), test.name)).toMatchObject({
      decision: {
        chosen: 'first',
        isSeen: false,
        standings: [{ reached: 0 }, { reached: 0 }, { reached: 0 }],
      },
    });
  });

  it('waits for as many recipients as it asks for, and looks each hour', async () => {
    playbook = withTest({ ...test, decide: { recipients: 40 } });
    const [person, last] = await begin(2);
    if (person) await sending.send(person, more());
    await count('first', 39, 3);
    sending.now = plus(MONDAY, HOUR);
    expect(await decideAbTest(system(), test.name)).toEqual({ until: plus(MONDAY, 2 * HOUR) });
    const { due = '' } = (await getAbTest(sending.table, test.name)) ?? {};
    expect(due).toBe(plus(MONDAY, 2 * HOUR));
    const period = { from: MONDAY.slice(0, 10), to: MONDAY.slice(0, 10) };
    const { tests } = z.parse(mailsReport, await readMails(system(), period));
    expect(tests).toMatchObject([
      { state: 'running', until: due, chosen: null, variants: [{ recipients: 39, reached: 3 }, {}, {}] },
    ]);
    const before = { from: '2026-11-01', to: '2026-11-22' };
    expect((await readMails(system(), before)).tests).toEqual([]);
    if (last) await sending.send(last, more());
    if (last) await arrives(await mailOf(last));
    expect(await decideAbTest(system(), test.name)).toMatchObject({ decision: { isSeen: false } });
  });

  it('ends undecided when the playbook has it no longer, and goes on when it is put back', async () => {
    const [one, two, three] = await begin(3);
    if (one) await sending.send(one, more());
    playbook = withTest(undefined);
    expect(await decideAbTest(system(), test.name)).toBe('removed');
    expect((await getAbTest(sending.table, test.name))?.due).toBeUndefined();
    if (two) await sending.send(two, more());
    expect(two && gotBy(two)).toEqual([shown('first')]);
    playbook = withTest(test);
    if (three) await sending.send(three, more());
    expect((await getAbTest(sending.table, test.name))?.due).toBe(plus(MONDAY, 4 * HOUR));
  });

  it('sends one variant once to each person, whichever call of the sender the process dies at', async () => {
    const [first] = await begin(1);
    const counting = countingTable(sending.table);
    await sending.send(first as EnrolmentKey, more(counting));
    for (let call = 1; call <= counting.calls; call++) {
      for (const when of ['before', 'after'] as const) {
        const [person] = await begin(1);
        if (person === undefined) continue;
        await sending.send(person, more(dyingTable(sending.table, call, when))).catch(() => {});
        await sending.send(person, more());
        const got = gotBy(person);
        expect(got.length).toBeLessThanOrEqual(1);
        for (const mail of got) expect(mail).toEqual(shown(ownVariant(test, person.lead)));
      }
    }
  });

  it('is decided once, whichever call of the decision the process dies at', async () => {
    const [person] = await begin(1);
    if (person) await sending.send(person, more());
    await count('first', 100, 10);
    await count('question', 100, 40);
    await count('short', 100, 10);
    sending.now = plus(MONDAY, 4 * HOUR);
    for (let call = 1; call < 12; call++)
      await decideAbTest(
        system(dyingTable(sending.table, call, call % 2 ? 'before' : 'after')),
        test.name,
      ).catch(() => {});
    const all = await Promise.all([1, 2, 3].map(() => decideAbTest(system(), test.name)));
    const stored = await getAbTest(sending.table, test.name);
    for (const one of all) expect(one).toEqual({ decision: stored?.decision });
    expect(stored?.decision?.chosen).toBe('question');
  });
});

describe('what a decision is based on', () => {
  it('is the same in whatever order, and however often, deliveries and reactions are told', async () => {
    const people = await begin(12);
    const mails: Mail[] = [];
    for (const person of people) {
      await sending.send(person, more());
      mails.push(await mailOf(person));
    }
    const facts = mails.flatMap((mail, n) => [
      () => arrives(mail),
      ...(n % 2 === 0 ? [() => opens(mail)] : []),
      ...(n % 3 === 0 ? [() => isScanned(mail)] : []),
    ]);
    const placed = { test, sequence: 'tips', step: 'tip-1', mail: 'tip' };
    const expected = ['first', 'question', 'short'].map((variant) => {
      const own = mails.filter((mail) => mail.test?.variant === variant);
      return {
        variant,
        recipients: own.length,
        reached: own.filter((mail) => mails.indexOf(mail) % 2 === 0).length,
      };
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const random = randomFrom(seed);
        const told = [...facts, ...facts.filter(() => random() < 0.5)]
          .map((fact) => ({ fact, at: random() }))
          .sort((a, b) => a.at - b.at);
        for (const { fact } of told) await fact();
        expect(await countVariants(system(), placed, MONDAY)).toEqual(expected);
      }),
      { numRuns: 5 },
    );
  });

  it('is who was handed over in time after its mail, once', async () => {
    playbook = withTest({ ...test, measure: 'handed-over', within: '8h' });
    const people = await begin(3, { lead: { tracking: 'denied' } });
    for (const person of people) {
      await sending.send(person, more());
      await arrives(await mailOf(person));
    }
    const handsOver = async ({ lead: id }: { lead: LeadId }, hours: number, number = 1) => {
      const before = (await getLead(sending.table, id)) as Lead;
      const openedAt = plus(MONDAY, hours * HOUR);
      sending.now = openedAt;
      const opened = handover({ number, openedAt });
      const after = { ...before, version: before.version + 1, handover: opened, changedAt: openedAt };
      await putLead(sending.table, after);
      for (let told = 0; told < 2; told++) await recordReportMetrics(system(), before, after);
    };
    const [soon, late, twice] = people;
    if (soon) await handsOver(soon, 7.9);
    if (late) await handsOver(late, 8.1);
    if (twice) await handsOver(twice, 1);
    if (twice) await handsOver(twice, 2, 2);
    const own = { ...test, measure: 'handed-over' as const };
    const placed = { test: own, sequence: 'tips', step: 'tip-1', mail: 'tip' };
    const counts = await countVariants(system(), placed, MONDAY);
    expect(counts.reduce((sum, { recipients }) => sum + recipients, 0)).toBe(3);
    expect(counts.reduce((sum, { reached }) => sum + reached, 0)).toBe(2);
  });
});

describe('a test of an issue', () => {
  const issue = {
    ...{ mail: 'news', on: '2026-11-23', bands: ['newsletter' as const] },
    test: { ...test, name: 'news-subject', share: 0.5 },
  };
  const RUN: IssueRun = { mail: issue.mail, on: issue.on };
  const BEGINS = '2026-11-22T10:00:00.000Z';
  const FIRST_HOUR = '2026-11-23T08:00:00.000Z';

  beforeEach(() => {
    sending.now = BEGINS;
    playbook = { ...small, newsletter: [issue] };
  });

  const readers = (count: number) =>
    Promise.all(
      Array.from({ length: count }, () => somebody(sending.table, { lead: { band: 'newsletter' } })),
    );

  /** Does the job of the issue until a moment, each time it is due; `table` for its n-th run. */
  async function runUntil(
    end: Instant,
    run: IssueRun | undefined,
    tables: (nth: number) => Table = () => sending.table,
  ) {
    for (let nth = 0; run !== undefined; nth++) {
      let asked = 0;
      try {
        const next = await sendIssue(system(tables(nth)), run, () => asked++ > LEAD_SHARDS);
        if (next === undefined) return undefined;
        run = next.data as IssueRun;
        if (next.again > end) return run;
        if (next.again > sending.now) sending.now = next.again;
      } catch {
        // The job is tried again.
      }
    }
    return run;
  }

  it('goes to those who take part, and to the others with what was decided the same day', async () => {
    const people = await readers(30);
    const isIn = ({ lead }: { lead: LeadId }) => takesPart(issue.test, { lead, isTracked: true });
    const run = await runUntil(FIRST_HOUR, RUN);
    sending.now = FIRST_HOUR;
    await sending.sweepAll(more());
    expect(sending.sent).toHaveLength(people.filter(isIn).length);
    for (const variant of ['first', 'question', 'short'])
      await count(variant, 90, variant === 'question' ? 60 : 10, issue.test, 'newsletter:news/news');
    expect(await runUntil('2026-11-23T12:00:00.000Z', run)).toBeUndefined();
    expect(sending.now).toBe('2026-11-23T12:00:00.000Z');
    await sending.sweepAll(more());
    for (const person of people) {
      const variant = isIn(person) ? ownVariant(issue.test, person.lead) : 'question';
      expect(gotBy(person)).toEqual([shown(variant)?.map((text) => (text === 'tip' ? 'news' : text))]);
    }
  });

  it('reaches everybody once when its job dies at any call, before or after the decision', async () => {
    const people = await readers(8);
    const counting = countingTable(sending.table);
    await runUntil('2026-11-24T00:00:00.000Z', RUN, () => counting);
    const whole = counting.calls;
    let issues = 1;
    for (let call = 1; call <= whole; call += 5) {
      const on = plusDays('2026-11-23', 7 * call);
      issues += 1;
      playbook = { ...small, newsletter: [{ ...issue, on, test: { ...issue.test, name: `news-${call}` } }] };
      sending.now = plus(`${on}T00:00:00.000Z`, -14 * HOUR);
      const dying = dyingTable(sending.table, call, call % 4 === 1 ? 'before' : 'after');
      await runUntil(plus(`${on}T00:00:00.000Z`, 48 * HOUR), { ...RUN, on }, (nth) =>
        nth === 0 ? dying : sending.table,
      );
    }
    const mine = await Promise.all(people.map(({ lead }) => enrolmentsOf(sending.table, lead)));
    expect(mine.map(({ length }) => length)).toEqual(people.map(() => issues));
  });

  it('goes on with the first when nobody could take part', async () => {
    const people = await Promise.all(
      Array.from({ length: 5 }, () =>
        somebody(sending.table, { lead: { band: 'newsletter', tracking: 'denied' } }),
      ),
    );
    expect(await runUntil('2026-11-24T00:00:00.000Z', RUN)).toBeUndefined();
    await sending.sweepAll(more());
    for (const person of people) expect(gotBy(person)).toEqual([['Tip', 'news']]);
    expect((await getAbTest(sending.table, issue.test.name))?.decision).toMatchObject({
      chosen: 'first',
      isSeen: false,
    });
  });
});
