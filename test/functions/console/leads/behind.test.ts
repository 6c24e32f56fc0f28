import { beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../../shared/domain/console/viewer.ts';
import type { Lead } from '../../../../shared/domain/identity/lead.ts';
import { putLead } from '../../../../shared/store/identity/leads.ts';
import { putProfile } from '../../../../shared/store/identity/profiles.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { readLog } from '../../../../shared/usecases/console/read-log.ts';
import { eraseLead } from '../../../../shared/usecases/identity/erase-lead.ts';
import { countReaction, countReported } from '../../../../shared/usecases/reports/count-mail.ts';
import { recordReportMetrics } from '../../../../shared/usecases/reports/record-report-metrics.ts';
import { NOW } from '../../../domain/builders.ts';
import { mail } from '../../../domain/nurture/mails.ts';
import { handover, reported } from '../../../domain/reports/builders.ts';
import { memoryTable } from '../../../store/memory-table.ts';
import { someLead } from '../../../store/new-table.ts';
import { testConsole, viewers } from '../test-console.ts';

let table: Table;
const ids: Lead['id'][] = [];
const system = () => ({ table, now: () => NOW });

/** Three leads who clicked in a tip; sales took the second of them. */
beforeEach(async () => {
  table = await memoryTable();
  ids.splice(0, 3, someLead(), someLead(), someLead());
  for (const [n, id] of ids.entries()) {
    const arrived = reported({ id, version: 1 });
    await recordReportMetrics(system(), undefined, arrived);
    await putLead(table, n === 1 ? { ...arrived, stage: 'mql', handover: handover() } : arrived);
    const name = { value: `Person ${n}`, at: NOW, source: 'form whitepaper', rank: 'form' as const };
    const profile = { id, version: 1, email: `person${n}@acme.nl`, values: { name } };
    await putProfile(table, { ...profile, permissions: [], createdAt: NOW, locale: 'en' });
    const times = { sentAt: NOW, deliveredAt: NOW, clickedAt: NOW };
    const sent = mail({ id: `m${n}`, lead: id, step: 'tip-1', locale: 'nl', ...times, clicks: { 0: NOW } });
    await countReported(system(), sent, 'delivered');
    await countReaction(system(), sent, 0);
  }
});

const open = async (path: string, viewer: Viewer = viewers.marketing) => {
  const { get } = await testConsole(viewer, { table });
  return (await get(path)).text();
};
const namesIn = (html: string) => [...html.matchAll(/>Person (\d+)</g)].map(([, n]) => Number(n)).sort();

/** The addresses that a page links to, as a browser reads them. */
const linksIn = (html: string) =>
  [...html.matchAll(/href="([^"]*counted=[^"]*)"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'));

describe('a number of a report', () => {
  it.each([
    ['mails', 'mail.clicked'],
    ['mails', 'mail.sent'],
    ['mails', 'link.clicked'],
    ['funnel?by=form', 'form.leads'],
    ['funnel?by=campaign', 'campaign.leads'],
    ['funnel?by=playbook', 'playbook.leads'],
    ['funnel?by=week', 'funnel.leads'],
  ])('in %s opens the leads behind it: %s', async (report, counted) => {
    const links = linksIn(await open(`/console/reports/${report}`)).filter((link) =>
      link.includes(`${counted}&`),
    );
    expect(links).not.toEqual([]);
    for (const link of links) {
      const list = await open(link);
      expect(namesIn(list)).toEqual([0, 1, 2]);
      expect(list).toContain('The report counts 3.');
    }
  });

  it('opens nothing when it is zero', async () => {
    const links = linksIn(await open('/console/reports/mails'));
    for (const link of links) expect(link).not.toMatch(/hardBounced|unsubscribed|openedByMachine/);
  });

  it('of yesterday opens the same', async () => {
    const { get } = await testConsole(viewers.marketing, { table, now: () => '2026-11-23T12:00:00.000Z' });
    const [link = ''] = linksIn(await (await get('/console')).text());
    expect(link).toBe('/console/leads?counted=funnel.leads&from=2026-11-22&to=2026-11-22');
    expect(namesIn(await open(link))).toEqual([0, 1, 2]);
  });

  it('says in words what is listed, and leads back', async () => {
    const list = await open(
      `/console/leads?counted=mail.clicked&under=whitepaper-tips/tip-1/nl&from=2026-11-01&to=2026-11-30`,
    );
    expect(list).toMatch(/<h2>Clicked by people: [^<]+ \(nl\)<\/h2>/);
    expect(list).toContain('1 Nov 2026 to 30 Nov 2026');
    expect(list).toContain('href="/console/reports/mails?from=2026-11-01&amp;to=2026-11-30"');
  });
});

describe('the list of the leads behind a number', () => {
  const clicked = 'counted=mail.clicked&under=whitepaper-tips/tip-1';

  it('shows sales only who was ever handed over, and how many more there are', async () => {
    const list = await open(`/console/leads?${clicked}`, viewers.sales);
    expect(namesIn(list)).toEqual([1]);
    expect(list).toContain('so not in your list: 2.');
    const file = await open(`/console/leads.csv?${clicked}`, viewers.sales);
    expect(file).toContain('person1@acme.nl');
    expect(file).not.toContain('person0@acme.nl');
  });

  it('goes together with the search and the other filters', async () => {
    expect(namesIn(await open(`/console/leads?${clicked}&stage=mql`))).toEqual([1]);
    const list = await open(`/console/leads?${clicked}&stage=mql`);
    expect(list).toContain('<input type="hidden" name="counted" value="mail.clicked"/>');
    expect(list).toContain('href="/console/leads?stage=mql"');
    const narrowed = 'only those of them that the search and the other filters find';
    expect(list).toContain(narrowed);
    expect(await open(`/console/leads?${clicked}&order=activity`)).not.toContain(narrowed);
  });

  it('has nobody who was erased since', async () => {
    await eraseLead({ ...system(), report: () => {} }, ids[0] as Lead['id']);
    const list = await open(`/console/leads?${clicked}`);
    expect(namesIn(list)).toEqual([1, 2]);
    expect(list).toContain('Of people who were erased since: 1.');
  });

  it('is all leads when its address names no number', async () => {
    for (const wrong of ['counted=mail.nonsense&under=x', 'counted=constructor', 'under=x&from=2026-11-01'])
      expect(namesIn(await open(`/console/leads?${wrong}`))).toEqual([0, 1, 2]);
    expect(namesIn(await open(`/console/leads?${clicked}&from=yesterday&to=never`))).toEqual([0, 1, 2]);
    expect(namesIn(await open('/console/leads?counted=form.leads&under=__proto__'))).toEqual([]);
  });

  it('is logged by the names of the filters only', async () => {
    await open(`/console/leads?${clicked}`);
    const { entries } = await readLog(system(), viewers.admin, {}, { zone: 'UTC' });
    expect(entries).toMatchObject([{ kind: 'leads-seen', detail: 'counted' }]);
  });
});
