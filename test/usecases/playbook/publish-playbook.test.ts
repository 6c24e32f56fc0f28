import { beforeEach, describe, expect, it } from 'vitest';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import type { PlaybookContent } from '../../../shared/playbook/playbook.ts';
import { mailTemplate } from '../../../shared/store/nurture/mail-templates.ts';
import { currentPlaybook, publishedVersion } from '../../../shared/store/playbook/playbooks.ts';
import type { Table } from '../../../shared/store/table.ts';
import { ownJobs } from '../../../shared/usecases/jobs/sweep.ts';
import { type IssueRun, sendIssue } from '../../../shared/usecases/nurture/send-issue.ts';
import { NOW } from '../../domain/builders.ts';
import { agreement } from '../../domain/handover/agreement.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { Crash, dyingTable } from '../faulty-table.ts';
import { jobsOf } from '../job-system.ts';
import { compiled, playbook, published } from '../playbook.ts';
import { dueOfTimers, sweepTimers } from '../sweep-timers.ts';

let table: Table;
let now: Instant;
beforeEach(async () => {
  table = await memoryTable();
  now = NOW;
});

const template = { subject: 'Hi', preheader: 'Read this', html: '<p>Hi</p>', text: 'Hi' };
const templates = { welcome: { nl: { ...template, text: 'Hallo' }, en: template } };
const publish = (content: PlaybookContent, over = table) =>
  published({ table: over, now: () => now }, compiled(content, templates));
/** The jobs that wait, each with its due time. */
const jobs = async () => {
  const due = await dueOfTimers(table, '2027-12-31');
  return Object.fromEntries(due.map(({ PK, SK, at }) => [`${PK} ${SK}`, at]));
};
const rescoring = async (version: number) =>
  Object.keys(await jobs()).filter((name) => name.startsWith(`JOBS J#rescore#${version}#`));

const DAY = 86_400_000;
const { version: _, ...first } = playbook;
const withHours = (acceptWithinHours: number): PlaybookContent => ({
  ...first,
  agreement: { ...agreement, acceptWithinHours },
});

describe('publishing a playbook', () => {
  it('gives the first one number 1 and makes it current', async () => {
    expect(await publish(first)).toBe(1);
    expect(await currentPlaybook(table)).toEqual({ ...first, version: 1 });
  });

  it('gives another one the next number, and keeps the previous one', async () => {
    await publish(first);
    expect(await publish(withHours(12))).toBe(2);
    expect((await currentPlaybook(table))?.agreement.acceptWithinHours).toBe(12);
    expect((await publishedVersion(table, 1))?.content).toEqual(first);
  });

  it('starts rescoring all leads at once, and once more when no function still caches the one before', async () => {
    await publish(first);
    const all = await jobs();
    for (const shard of [0, 1, 2, 3]) {
      expect(all[`JOBS J#rescore#1#${shard}#first`]).toBe(NOW);
      expect(all[`JOBS J#rescore#1#${shard}#again`]).toBe(plus(NOW, 90_000));
    }
    expect(await rescoring(1)).toHaveLength(8);
  });

  it('stores its mails under its number, in both languages', async () => {
    await publish(first);
    expect(await mailTemplate(table, 1, 'welcome', 'nl')).toEqual(templates.welcome.nl);
    expect(await mailTemplate(table, 1, 'welcome', 'en')).toEqual(templates.welcome.en);
    expect(await mailTemplate(table, 2, 'welcome', 'en')).toBeUndefined();
    expect(await mailTemplate(table, 1, 'goodbye', 'en')).toBeUndefined();
  });

  it('gives it a new number when only the words of a mail changed', async () => {
    await publish(first);
    const reworded = { welcome: { ...templates.welcome, en: { ...template, text: 'Hello' } } };
    const system = { table, now: () => NOW };
    expect(await published(system, compiled(first, reworded))).toBe(2);
    expect((await mailTemplate(table, 2, 'welcome', 'en'))?.text).toBe('Hello');
    expect((await mailTemplate(table, 1, 'welcome', 'en'))?.text).toBe('Hi');
  });

  it('gives older content a new number when it comes back', async () => {
    await publish(first);
    await publish(withHours(12));
    expect(await publish(first)).toBe(3);
  });
});

describe('publishing the same playbook again', () => {
  it('makes no new version, and starts nothing anew', async () => {
    await publish(first);
    const before = await dueOfTimers(table, '2027-12-31');
    now = plus(NOW, 3 * DAY);
    expect(await publish(structuredClone(first))).toBe(1);
    expect(await publishedVersion(table, 2)).toBeUndefined();
    expect(await dueOfTimers(table, '2027-12-31')).toEqual(before);
  });
});

describe('playbooks that are published at the same time', () => {
  it('get different numbers, and the highest is current', async () => {
    const hours = [1, 2, 3, 4, 5];
    const versions = await Promise.all(hours.map((hour) => publish(withHours(hour))));
    expect(new Set(versions).size).toBe(hours.length);
    const last = Math.max(...versions);
    const current = await currentPlaybook(table);
    expect(current).toMatchObject({
      version: last,
      agreement: { acceptWithinHours: hours[versions.indexOf(last)] },
    });
    for (const [index, version] of versions.entries()) {
      expect((await publishedVersion(table, version))?.content).toEqual(withHours(hours[index] ?? 0));
    }
  });

  it('share one number when they are the same', async () => {
    const versions = await Promise.all([publish(first), publish(first), publish(first)]);
    expect(versions).toEqual([1, 1, 1]);
  });
});

describe('an interrupted publish', () => {
  it.each(['before', 'after'] as const)(
    'is completed by publishing again, wherever it died (%s a call)',
    async (when) => {
      let calls = 0;
      for (let isDone = false; !isDone; ) {
        calls += 1;
        table = await memoryTable();
        await publish(first);
        isDone = await survived(publish(withHours(12), dyingTable(table, calls, when)));
        expect(await publish(withHours(12))).toBe(2);
        expect(await currentPlaybook(table)).toEqual({ ...withHours(12), version: 2 });
        expect(await mailTemplate(table, 2, 'welcome', 'nl')).toEqual(templates.welcome.nl);
        expect(await rescoring(2)).toHaveLength(8);
        expect(await rescoring(3)).toEqual([]);
      }
      // Four to store it, two for standing jobs that exist, eight to rescore, and the one after.
      expect(calls).toBeGreaterThanOrEqual(15);
    },
  );

  it.each(['before', 'after'] as const)(
    'does not hinder another playbook, wherever it died (%s a call)',
    async (when) => {
      for (let call = 1, isDone = false; !isDone; call++) {
        table = await memoryTable();
        isDone = await survived(publish(withHours(12), dyingTable(table, call, when)));
        const version = await publish(withHours(6));
        expect(await currentPlaybook(table)).toEqual({ ...withHours(6), version });
        expect(await rescoring(version)).toHaveLength(8);
      }
    },
  );
});

describe('the jobs of a playbook', () => {
  const issue = { mail: 'welcome', on: '2026-12-01', bands: ['newsletter' as const] };

  it('are an issue on its day, a roll-up every night, offers each week, and the directory of leads at once', async () => {
    await publish({ ...first, newsletter: [issue, { ...issue, on: '2026-11-01' }] });
    const all = Object.entries(await jobs()).filter(([name]) => !name.includes('rescore'));
    expect(Object.fromEntries(all)).toEqual({
      'JOBS J#issue#2026-12-01#welcome': '2026-11-30T10:00:00.000Z',
      'JOBS J#directory#leads': NOW,
      'JOBS J#offers#weekly': '2026-11-23T07:00:00.000Z',
      'JOBS J#roll-up#days': '2026-11-23T00:10:00.000Z',
    });
  });

  it('are started once, however many publish at once', async () => {
    const all = Array.from({ length: 5 }, () => publish({ ...first, newsletter: [issue] }));
    await Promise.all(all);
    expect(Object.keys(await jobs())).toHaveLength(12);
  });

  it('move the offers to the time of a new agreement', async () => {
    await publish(first);
    await publish(offering('wed', '10:00'));
    expect(await offersAt()).toBe('2026-11-25T09:00:00.000Z');
    await publish(offering('mon', '07:00'));
    expect(await offersAt()).toBe('2026-11-23T06:00:00.000Z');
  });

  it('leave the offers where they are when they are due, being made, or tried again', async () => {
    const due = '2026-11-23T07:00:00.000Z';
    const waiting = jobsOf(table, () => now);
    const offers = ownJobs('offers', async () => {
      await publish(offering('thu', '10:00'));
      throw new Error('down');
    });
    await publish(first);
    now = due;
    await publish(offering('wed', '10:00'));
    expect(await offersAt()).toBe(due);
    await sweepTimers(waiting, [offers]);
    const again = await offersAt();
    expect(again).toBe(plus(due, 45_000 * 1.05));
    await publish(offering('fri', '10:00'));
    expect(await offersAt()).toBe(again);
  });

  it('drop an issue that is taken out of the playbook, when its day is over', async () => {
    await publish({ ...first, newsletter: [issue] });
    await publish(first);
    now = '2026-12-02T12:00:00.000Z';
    const system = { table, now: () => now, playbook: async () => ({ ...first, version: 2 }) };
    const send = ownJobs('issue', ({ data }) => sendIssue(system, data as IssueRun, () => false));
    await sweepTimers(
      jobsOf(table, () => now),
      [send],
    );
    expect(await jobs()).not.toHaveProperty(['JOBS J#issue#2026-12-01#welcome']);
  });
});

const offersAt = async () => (await jobs())['JOBS J#offers#weekly'];

function offering(day: 'mon' | 'wed' | 'thu' | 'fri', at: string): PlaybookContent {
  return { ...first, agreement: { ...agreement, stalled: { ...agreement.stalled, day, at } } };
}

/** Whether a publish ended without dying. */
function survived(publishing: Promise<unknown>): Promise<boolean> {
  return publishing.then(
    () => true,
    (error) => {
      if (error instanceof Crash) return false;
      throw error;
    },
  );
}
