import { describe, expect, it } from 'vitest';
import type { Viewer } from '../../../shared/domain/console/viewer.ts';
import { applyChanges, emptyDirectory } from '../../../shared/domain/identity/directory/directory.ts';
import { type DirectoryRow, minuteOf } from '../../../shared/domain/identity/directory/row.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import { withCapture } from '../../../shared/domain/identity/profile.ts';
import { plus, plusDays } from '../../../shared/domain/time.ts';
import { putProfile } from '../../../shared/store/identity/profiles.ts';
import { claimJob, postponeJob, putJob } from '../../../shared/store/jobs/jobs.ts';
import { putEnrolment } from '../../../shared/store/nurture/enrolments.ts';
import { addPutOff, addSends, countReport } from '../../../shared/store/nurture/sending-state.ts';
import { putSum } from '../../../shared/store/reports/report-sums.ts';
import { DirectoryNotMade } from '../../../shared/usecases/identity/directory/directory-source.ts';
import { NOW, submission } from '../../domain/builders.ts';
import { row } from '../../domain/identity/directory/builders.ts';
import { enrolment } from '../../domain/nurture/builders.ts';
import { someJob } from '../../store/jobs/some-job.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { metered } from '../../usecases/metered-table.ts';
import { testConsole, viewers } from './test-console.ts';

const today = NOW.slice(0, 10);
const now = minuteOf(NOW);
const untaken = { handover: 1, status: 'open', stage: 'mql', owner: 'anna', openedAt: now - 60 } as const;

async function consoleWith(rows: DirectoryRow[], viewer: Viewer = viewers.admin) {
  const table = metered(await memoryTable());
  for (const { id } of rows) {
    const values = { firstName: 'Jan', lastName: `<${id.slice(0, 3)}>`, company: 'Acme' };
    const profile = withCapture(undefined, id, submission('demo', { values }));
    await putProfile(table, { ...profile, version: 1 });
  }
  const directory = emptyDirectory();
  applyChanges(directory, rows);
  const test = await testConsole(viewer, { table, directory: async () => directory });
  const text = async (query = '') => (await test.get(`/console${query}`)).text();
  return { ...test, table, text };
}

describe('the page Today', () => {
  it('says what to do first as long as nobody is known', async () => {
    const page = await (await consoleWith([])).text();
    expect(page).toContain('https://kansrijk.test/t.js');
    expect(page).toContain('https://kansrijk.test/f/whitepaper');
    const { text } = await consoleWith([row(1)]);
    expect(await text()).not.toContain('t.js');
    expect(await text()).toContain('Nobody waits for anything');
  });

  it('says so while the lists are made for the first time', async () => {
    const test = await testConsole(viewers.admin, {
      directory: () => Promise.reject(new DirectoryNotMade()),
    });
    expect(await (await test.get('/console')).text()).toContain('Look again in a few minutes');
  });

  it('names who waits, why, since when and for whom', async () => {
    const { text } = await consoleWith([row(1, untaken), row(2, { raisedAt: now, score: 1 })]);
    const page = await text();
    expect(page).toMatch(/Asked to talk[\s\S]+1 point[\s\S]+Nobody took these yet[\s\S]+Anna/);
    expect(page).toContain('Jan &lt;');
    expect(await text('?lang=nl')).toContain('Nog door niemand overgenomen');
  });

  it('shows sales no lead that was never handed over, no mail and no failures', async () => {
    const test = await consoleWith([row(1, untaken), row(2, { raisedAt: now })], viewers.sales);
    await failedJob(test.table);
    const page = await test.text();
    expect(page).toContain('Nobody took these yet');
    expect(page).not.toContain('Asked to talk');
    expect(page).not.toContain('failed for good');
  });

  it('leads from each list that is longer to all of it', async () => {
    const back = { stage: 'lost', stageAt: now - 2_880, activeAt: now } as const;
    const rows = Array.from({ length: 12 }, (_, n) => row(n, n % 2 ? back : { isStalled: true }));
    const page = await (await consoleWith(rows)).text();
    for (const need of ['back', 'stalled'])
      expect(page).toContain(`href="/console/leads?need=${need}&amp;order=waiting"`);
    expect(page).toContain('aria-label="All 6: Came back">All 6</a>');
  });

  it('says how yesterday went, against the usual', async () => {
    const test = await consoleWith([row(1)]);
    for (const [week, leads] of [3, 5, 5, 5, 5].entries()) {
      const from = plusDays(today, -1 - 7 * week);
      await putSum(test.table, { span: 'day', dimension: 'playbook', from, totals: { 1: { leads } } });
    }
    expect((await test.text()).replaceAll(/<[^>]*>/g, '')).toContain('new leads3, usually 5');
  });

  it('says why mail waits', async () => {
    const test = await consoleWith([row(1)], viewers.marketing);
    await addSends(test.table, today, 1_000);
    for (let n = 0; n < 80; n++) await countReport(test.table, { mail: `m${n}`, at: NOW }, 'bounces');
    expect(await test.text()).toContain('of 1,000 mails in the last seven days, 80 bounced');
  });

  it('says whose sequence colleagues paused, and leads to them', async () => {
    const rows = [row(1), row(2), row(3)];
    const test = await consoleWith(rows, viewers.marketing);
    const held = (n: number, sequence: string) =>
      pausedCourse({ lead: row(n).id, sequence, at: plus(NOW, -n * 1_000) });
    for (const one of [held(1, 'whitepaper-tips'), held(2, 'whitepaper-tips'), held(3, 'gone')])
      await putEnrolment(test.table, one);
    const page = await test.text();
    expect(page).toContain('Colleagues paused a sequence for these people');
    const [, address = '', text] = /<a href="([^"]+paused=whitepaper-tips)">([^<]+)/.exec(page) ?? [];
    expect(text).toMatch(/: 2 people$/);
    const list = await (await test.get(address)).text();
    expect([1, 2, 3].map((n) => list.includes(`/console/leads/${row(n).id}"`))).toEqual([true, true, false]);
    expect(list).toContain('paused by a colleague');
    expect(await test.text('?lang=nl')).toContain('2 mensen');
  });

  it('says that there are more paused than it counts', async () => {
    const test = await consoleWith([row(1)], viewers.marketing);
    for (let n = 0; n < 25; n++)
      await putEnrolment(test.table, pausedCourse({ lead: row(n).id, sequence: 'whitepaper-tips', at: NOW }));
    expect(await test.text()).toContain('for more than 20 people');
  });

  it('leads to a list that says whom of those who are paused it leaves out', async () => {
    const test = await consoleWith([row(1)], viewers.marketing);
    const list = async () => (await test.get('/console/leads?paused=whitepaper-tips')).text();
    for (let n = 0; n < 101; n++) {
      if (n === 100) expect(await list()).not.toContain('class="notice"');
      await putEnrolment(test.table, pausedCourse({ lead: row(n).id, sequence: 'whitepaper-tips', at: NOW }));
    }
    expect(await list()).toContain('the hundred that were paused longest ago');
    expect(await list()).not.toContain('type more');
  });

  it('says who had not confirmed by the last sum, and in which sequences, never less than nobody', async () => {
    const test = await consoleWith([row(1)], viewers.marketing);
    const totals = { 'whitepaper-tips': { here: 9, unconfirmed: 4 }, older: { unconfirmed: -2 } };
    const yesterday = plusDays(today, -1);
    await putSum(test.table, { span: 'day', dimension: 'waiting', from: yesterday, totals });
    const page = await test.text();
    expect(page).toMatch(
      /At the end of 21 November 2026 these had not:<\/p><ul><li>[^<]+: 4 people<\/li><\/ul>/,
    );
    expect(page).not.toContain('older');
  });

  it('says how many mails the quota left for tomorrow', async () => {
    const test = await consoleWith([row(1)], viewers.marketing);
    await addPutOff(test.table, plus(NOW, -23 * 3_600_000), 1_200);
    await addPutOff(test.table, plus(NOW, -25 * 3_600_000), 7);
    expect(await test.text()).toContain('About 1,200 mails of sequences and newsletters wait until tomorrow');
  });

  it('costs at most ten read units, however much there is', async () => {
    for (const viewer of Object.values(viewers)) {
      const kinds = [
        untaken,
        { ...untaken, told: 'reminder' as const },
        { raisedAt: now },
        { isStalled: true },
      ];
      const rows = Array.from({ length: 200 }, (_, n) => row(n, { handover: 1, ...kinds[n % 4] }));
      const test = await consoleWith(rows, viewer);
      for (let day = 1; day <= 57; day++) {
        const from = plusDays(today, -day);
        const some = { leads: 40, 'entered.threshold': 9, accepted: 7, won: 1, value: 900_000 };
        await putSum(test.table, {
          span: 'day',
          dimension: 'playbook',
          from,
          totals: { 41: some, 42: some },
        });
      }
      const waiting = Object.fromEntries(
        Array.from({ length: 12 }, (_, n) => [`s${n}`, { here: n, unconfirmed: n }]),
      );
      for (let day = 1; day < 9; day++)
        await putSum(test.table, {
          span: 'day',
          dimension: 'waiting',
          from: plusDays(today, -day),
          totals: waiting,
        });
      for (const { id } of rows)
        await putEnrolment(test.table, pausedCourse({ lead: id, sequence: 'whitepaper-tips', at: NOW }));
      for (let hour = 0; hour < 30; hour++) await addPutOff(test.table, plus(NOW, -hour * 3_600_000), 9);
      for (let day = 0; day < 7; day++) await addSends(test.table, plusDays(today, -day), 500, 20);
      await failedJob(test.table);
      test.table.read = 0;
      await test.text();
      // The viewer and the changes of the directory are another unit.
      expect(test.table.read).toBeLessThanOrEqual(9);
    }
  });
});

/** The course of somebody for whom a colleague paused it. */
const pausedCourse = ({ at, ...of }: { lead: LeadId; sequence: string; at: string }) =>
  enrolment({ ...of, version: 1, held: true, byHand: { did: 'pause', by: 'sanne', at } });

async function failedJob(table: Awaited<ReturnType<typeof consoleWith>>['table']) {
  const due = await putJob(table, someJob(), { at: NOW, since: NOW });
  const claimed = due && (await claimJob(table, due, plus(NOW, 1)));
  if (claimed) await postponeJob(table, claimed.due, { at: NOW, failure: 'slack-404', isDead: true });
}

describe('what failed for good', () => {
  it('is tried again with a button, once', async () => {
    const test = await consoleWith([row(1)]);
    await failedJob(test.table);
    const page = await test.text();
    expect(page).toContain('Sales was never told about this lead');
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? '';
    const fields = { action: 'again', partition: field('partition'), place: field('place') };
    const answer = await test.post('/console', fields);
    expect(answer.headers.get('location')).toBe('/console?did=again');
    expect(await test.text('?did=again')).toContain('tried again within a minute');
    expect(await test.text()).not.toContain('never told');
    expect((await test.post('/console', fields)).headers.get('location')).toBe('/console?did=gone');
  });

  it('is shown to marketing, who may not act', async () => {
    const test = await consoleWith([row(1)], viewers.marketing);
    await failedJob(test.table);
    expect(await test.text()).toContain('An admin can try it again');
    expect((await test.post('/console', { action: 'drop' })).status).toBe(403);
  });
});
