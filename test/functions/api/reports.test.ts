import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  frameworkReport,
  funnelReport,
  mailsReport,
  returnsReport,
} from '../../../shared/contract/reports.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { countReported } from '../../../shared/usecases/reports/count-mail.ts';
import { recordReportMetrics } from '../../../shared/usecases/reports/record-report-metrics.ts';
import { mail } from '../../domain/nurture/mails.ts';
import { handover, reported, someone } from '../../domain/reports/builders.ts';
import { type TestApi, testApi } from './api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await testApi();
});

const ask = (path: string) => api.call('GET', `/reports/${path}`);

/** One lead is handed over and comes back as a bad fit, another stays a lead. */
async function somethingHappened() {
  const lead = reported({ id: someone(1), fit: 'good' });
  const opened = { ...lead, version: 2, stage: 'mql' as const, handover: handover({ openedAt: api.now }) };
  const answer = {
    by: 'anna',
    at: api.now,
    reason: 'bad-fit',
    criterion: 'employees',
    caught: 'employees',
  } as const;
  const back: Lead = {
    ...opened,
    ...{ version: 3, stage: 'name', fit: 'bad', returned: { reason: 'bad-fit', at: api.now, points: 0 } },
    handover: handover({ openedAt: api.now, status: 'returned', answer }),
  };
  await recordReportMetrics({ table: api.table, now: () => api.now }, undefined, lead);
  await recordReportMetrics({ table: api.table, now: () => api.now }, lead, opened);
  await recordReportMetrics({ table: api.table, now: () => api.now }, opened, back);
  await recordReportMetrics(
    { table: api.table, now: () => api.now },
    undefined,
    reported({ id: someone(2), origin: { at: api.now } }),
  );
}

describe('the reports', () => {
  it('count the leads in each cell', async () => {
    await somethingHappened();
    const { status, body } = await ask('framework');
    expect(status).toBe(200);
    const { cells } = z.parse(frameworkReport, body);
    expect(cells).toHaveLength(9);
    expect(
      cells.flatMap(({ fit, readiness, leads }) => (leads > 0 ? [`${fit} ${readiness} ${leads}`] : [])),
    ).toEqual(['unknown not-ready 1', 'bad not-ready 1']);
  });

  it('cover the last twelve weeks by week by default', async () => {
    await somethingHappened();
    const { body } = await ask('funnel');
    const { from, to, by, total, rows } = z.parse(funnelReport, body);
    expect({ from, to, by }).toEqual({ from: '2026-08-31', to: '2026-11-22', by: 'week' });
    expect(rows.map(({ of }) => of)).toHaveLength(12);
    expect(rows.at(-1)).toMatchObject({ of: '2026-11-16', leads: 2, entered: { total: 1 } });
    expect(total.mqlToSql).toEqual({ became: 0, didNot: 1, share: 0 });
  });

  it('are divided by form and campaign, including leads without one', async () => {
    await somethingHappened();
    const { body } = await ask('funnel?by=campaign&from=2026-11-22');
    expect(body.rows).toMatchObject([
      { of: 'spring', leads: 1, entered: { threshold: 1 }, returned: { 'bad-fit': 1 } },
      { of: null, leads: 1, entered: { total: 0 } },
    ]);
  });

  it('show why leads were returned, and which criterion would have caught them', async () => {
    await somethingHappened();
    const { body } = await ask('returns');
    expect(z.parse(returnsReport, body)).toMatchObject({
      handedOver: 1,
      returned: 1,
      reasons: [{}, { reason: 'bad-fit', returned: 1, share: 1 }, {}, {}, {}],
      criteria: [{ criterion: 'employees', told: 1, caught: 1 }],
      playbooks: [{ playbook: 3, handedOver: 1, returned: { total: 1 } }],
    });
  });

  it('say what became of each mail', async () => {
    const { id } = mail({ sequence: 'tips', step: 'first', locale: 'en' });
    const sentAt = api.now;
    await countReported(
      { table: api.table, now: () => api.now },
      mail({ id, sequence: 'tips', step: 'first', locale: 'en', sentAt, deliveredAt: sentAt }),
      'delivered',
    );
    const { mails } = z.parse(mailsReport, (await ask('mails')).body);
    expect(mails).toMatchObject([{ sequence: 'tips', step: 'first', language: 'en', sent: 1, delivered: 1 }]);
  });

  it('leave out other periods', async () => {
    await somethingHappened();
    const { body } = await ask('funnel?by=form&from=2026-11-01&to=2026-11-21');
    expect(body).toMatchObject({ total: { leads: 0 }, rows: [] });
  });

  it('say which days they are about, of more than a year and a week the last', async () => {
    const { body } = await ask('funnel?from=2026-11-21&to=2020-01-01');
    expect(body).toMatchObject({ from: '2025-11-16', to: '2026-11-21' });
  });

  it.each([
    ['from=22-11-2026', 'from', /such as 2026-11-22/],
    ['to=2026-02-30', 'to', /such as 2026-11-22/],
    ['from=0000-01-01&to=0000-01-02', 'from', /millennium/],
    ['from=1999-12-31', 'from', /millennium/],
    ['by=month', 'by', /week/],
  ])('say what is wrong with %s', async (query, field, problem) => {
    const { status, type, body } = await ask(`funnel?${query}`);
    expect([status, type]).toEqual([400, 'application/problem+json']);
    expect(body.errors[field]).toMatch(problem);
  });

  it('require a key', async () => {
    expect((await api.call('GET', '/reports/framework', undefined, { authorization: '' })).status).toBe(401);
  });
});
