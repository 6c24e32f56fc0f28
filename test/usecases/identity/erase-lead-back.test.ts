import { describe, expect, it } from 'vitest';
import type { VisitorId } from '../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { type Profile, valuesOf } from '../../../shared/domain/identity/profile.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import { putSubmission } from '../../../shared/store/forms/submissions.ts';
import { getLead } from '../../../shared/store/identity/leads.ts';
import { getLinkedLead, visitorsOf } from '../../../shared/store/identity/links.ts';
import { getProfile } from '../../../shared/store/identity/profiles.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putVisitorEvent } from '../../../shared/store/tracking/events.ts';
import { historyOf } from '../../../shared/store/tracking/history.ts';
import { eraseLead } from '../../../shared/usecases/identity/erase-lead.ts';
import { LEAD, NOW, pageView, submission } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { countingTable, dyingTable, meanwhile } from '../faulty-table.ts';
import { jobsOf } from '../job-system.ts';
import {
  at,
  EARLIER,
  leftOf,
  lived,
  MINUTE,
  onlyErased,
  phone,
  score,
  sweepAt,
  sweepsFrom,
} from './a-life.ts';

const SOON = plus(NOW, 1_000);
const form = submission('whitepaper', { visitor: phone, ...at(SOON), values: { company: 'New' } });
const visit = pageView('/guides/new', { visitor: phone, ...at(plus(SOON, -500)) });

async function somebody(): Promise<Table> {
  const table = await memoryTable();
  await lived(table, 3);
  return table;
}

const erase = (table: Table, now: Instant = NOW) =>
  eraseLead(
    jobsOf(table, () => now),
    LEAD,
  );

/** The person views a page and sends a form, and the stream tells of them. */
async function comesBack(table: Table): Promise<void> {
  await putVisitorEvent(table, visit, 9_999_999_999);
  await putSubmission(table, LEAD, form);
  await score(table, LEAD, [form], SOON);
}

/** Somebody whose erasing was begun by a process that died, and who came back before it went on. */
async function waiting(): Promise<Table> {
  const table = await somebody();
  await erase(dyingTable(table, 2, 'after')).catch(() => {});
  await comesBack(table);
  return table;
}

/** What is derived of the lead, whenever that was done. */
async function derived(table: Table) {
  const { version, changedAt, stageAt, bandAt, due, erasedAt, ...lead } = (await getLead(
    table,
    LEAD,
  )) as Lead;
  return lead;
}

/** The lead is as after its new form alone: nothing old is there, and nothing new is missing. */
async function expectNewLife(table: Table): Promise<void> {
  // The stream tells of the new link.
  await score(table, LEAD, await historyOf(table, LEAD), plus(NOW, 10 * MINUTE));
  const { others } = await leftOf(table);
  expect((await historyOf(table, LEAD)).map(({ id }) => id)).toEqual([visit.id, form.id]);
  expect(valuesOf((await getProfile(table, LEAD)) as Profile)).toEqual({ company: 'New' });
  const fresh = await memoryTable();
  await comesBack(fresh);
  await score(fresh, LEAD, await historyOf(fresh, LEAD), plus(NOW, 10 * MINUTE));
  expect(await derived(table)).toEqual(await derived(fresh));
  expect(await derived(table)).toMatchObject({ mail: 'pending', started: { 'whitepaper-tips': SOON } });
  expect(await visitorsOf(table, LEAD)).toEqual([phone]);
  expect(await getLinkedLead(table, phone)).toBe(LEAD);
  expect(others.sort()).toEqual((await leftOf(fresh)).others.sort());
}

describe('a person who comes back by a form', () => {
  it('while everything is being removed begins anew, whatever call was next', async () => {
    const calls = countingTable(await somebody());
    await erase(calls);
    for (let call = 3; call <= calls.calls; call++) {
      const table = await somebody();
      await erase(meanwhile(table, call, () => comesBack(table)));
      await sweepsFrom(table, plus(NOW, MINUTE), 3);
      await expectNewLife(table);
    }
  });

  it('while a sweep removes everything begins anew, whatever call was next', async () => {
    const begun = async () => {
      const table = await somebody();
      await erase(dyingTable(table, 2, 'after')).catch(() => {});
      return table;
    };
    const due = plus(NOW, 2 * MINUTE);
    const calls = countingTable(await begun());
    await sweepAt(calls, due);
    for (let call = 1; call <= calls.calls; call++) {
      const table = await begun();
      expect(
        await sweepAt(
          meanwhile(table, call, () => comesBack(table)),
          due,
        ),
      ).toEqual([]);
      await sweepsFrom(table, plus(due, MINUTE), 3);
      await expectNewLife(table);
    }
  });

  it.each(['before', 'after'] as const)(
    'after the process that erases died %s a call begins anew, whatever call that was',
    async (when) => {
      const calls = countingTable(await somebody());
      await erase(calls);
      for (let call = when === 'after' ? 2 : 3; call <= calls.calls; call++) {
        const table = await somebody();
        await erase(dyingTable(table, call, when)).catch(() => {});
        await comesBack(table);
        await sweepsFrom(table, plus(NOW, MINUTE), 3);
        await expectNewLife(table);
      }
    },
  );

  it('begins anew when the sweep that brings it back dies, whatever call that was', async () => {
    const due = plus(NOW, 2 * MINUTE);
    const calls = countingTable(await waiting());
    await sweepAt(calls, due);
    for (let call = 1; call <= calls.calls; call++) {
      const table = await waiting();
      await sweepAt(dyingTable(table, call, 'after'), due).catch(() => {});
      await sweepsFrom(table, plus(due, MINUTE), 4);
      await expectNewLife(table);
    }
  });

  it('and asks again to be erased leaves nothing, whatever call was next', async () => {
    const calls = countingTable(await somebody());
    await erase(calls);
    const again = plus(NOW, 5_000);
    for (let call = 3; call <= calls.calls; call++) {
      const table = await somebody();
      const receipt = await erase(
        meanwhile(table, call, async () => {
          await comesBack(table);
          await erase(table, again);
        }),
      );
      if (receipt?.isFinished) expect(await leftOf(table)).toEqual(onlyErased(again));
      await sweepsFrom(table, plus(NOW, MINUTE), 3);
      expect(await leftOf(table)).toEqual(onlyErased(again));
    }
  });

  it('and asks again while a sweep brings it back leaves nothing, whatever call was next', async () => {
    const due = plus(NOW, 2 * MINUTE);
    const again = plus(due, -1_000);
    const calls = countingTable(await waiting());
    await sweepAt(calls, due);
    for (let call = 1; call <= calls.calls; call++) {
      const table = await waiting();
      await sweepAt(
        meanwhile(table, call, () => erase(table, again)),
        due,
      );
      // A link that was being made is found by the second look at it.
      await sweepsFrom(table, plus(due, MINUTE), 7);
      expect(await leftOf(table)).toEqual(onlyErased(again));
    }
  });

  it('from another browser keeps what that did before, which was never theirs', async () => {
    const table = await somebody();
    const tablet = 'tablet' as VisitorId;
    await putVisitorEvent(table, pageView('/guides/x', { visitor: tablet, ...at(EARLIER) }), 9_999_999_999);
    await erase(dyingTable(table, 2, 'after')).catch(() => {});
    await putSubmission(table, LEAD, { ...form, visitor: tablet });
    await score(table, LEAD, [form], SOON);
    await sweepsFrom(table, plus(NOW, MINUTE), 3);
    expect(await getLead(table, LEAD)).toMatchObject({ stage: 'lead', score: 4 });
    expect(await visitorsOf(table, LEAD)).toEqual([tablet]);
  });

  it('and is erased a second time leaves nothing', async () => {
    const table = await somebody();
    await erase(table);
    await comesBack(table);
    await expectNewLife(table);
    const later = plus(NOW, 60 * MINUTE);
    expect(await erase(table, later)).toMatchObject({
      ...{ erasedAt: later, isFinished: true },
      removed: { events: 2, visitors: 1 },
    });
    expect(await leftOf(table)).toEqual(onlyErased(later));
  });

  it('whose form is spam does not come back, and nothing of it stays', async () => {
    const table = await somebody();
    await erase(dyingTable(table, 2, 'after')).catch(() => {});
    await putSubmission(table, LEAD, { ...form, spam: 'honeypot' });
    await sweepsFrom(table, plus(NOW, 2 * MINUTE), 3);
    const { lead, others } = await leftOf(table);
    expect(lead).toEqual({ erasedAt: { S: NOW } });
    expect(others.filter((key) => !key.startsWith('K#'))).toEqual([]);
  });
});
