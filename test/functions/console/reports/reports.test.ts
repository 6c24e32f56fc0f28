import { beforeEach, describe, expect, it } from 'vitest';
import { countReported } from '../../../../shared/usecases/reports/count-mail.ts';
import { recordReportMetrics } from '../../../../shared/usecases/reports/record-report-metrics.ts';
import { NOW } from '../../../domain/builders.ts';
import { mail } from '../../../domain/nurture/mails.ts';
import { handover, reported } from '../../../domain/reports/builders.ts';
import { testConsole, viewers } from '../test-console.ts';

let test: Awaited<ReturnType<typeof testConsole>>;
beforeEach(async () => {
  test = await testConsole();
});

const page = async (path: string) => (await test.get(`/console/reports/${path}`)).text();

describe('the reports in the console', () => {
  it.each(['framework', 'funnel', 'returns', 'responses', 'mails'])(
    'are for everybody who works there, as a page and as a file: %s',
    async (report) => {
      for (const viewer of [viewers.sales, viewers.marketing, viewers.admin]) {
        const { get } = await testConsole(viewer, { table: test.table });
        expect((await get(`/console/reports/${report}`)).status).toBe(200);
        const file = await get(`/console/reports/${report}.csv`);
        expect(file.headers.get('content-type')).toContain('text/csv');
        expect(file.headers.get('content-disposition')).toContain(`${report}-2026-11-22.csv`);
      }
    },
  );

  it('cover twelve weeks, unless asked otherwise', async () => {
    expect(await page('funnel')).toContain('31 Aug 2026 to 22 Nov 2026');
    expect(await page('funnel?weeks=4')).toContain('26 Oct 2026 to 22 Nov 2026');
    expect(await page('returns?from=2026-11-02&to=2026-11-20')).toContain('2 Nov 2026 to 20 Nov 2026');
  });

  it('say which day is none, and keep what was typed', async () => {
    const html = await page('funnel?from=2%20November&to=2026-11-20');
    expect(html).toContain('This is not a day: write it as 2026-11-22.');
    expect(html).toContain('value="2 November"');
    expect(html).toContain('31 Aug 2026 to 22 Nov 2026');
  });

  it('have no formula in a file, whatever a campaign is called', async () => {
    const before = reported({ origin: { form: 'demo', campaign: '=1+1', at: NOW } });
    await recordReportMetrics({ table: test.table, now: () => NOW }, undefined, before);
    expect(await page('funnel.csv?by=campaign')).toContain("'=1+1,1,");
  });

  it('lead from a mail to how it looks, for those who may see that', async () => {
    const delivered = mail({ step: 'whitepaper', locale: 'nl', sentAt: NOW, deliveredAt: NOW });
    await countReported({ table: test.table, now: () => NOW }, delivered, 'delivered');
    const link = '/console/mails/whitepaper?in=nl';
    expect(await page('mails')).toContain(link);
    const { get } = await testConsole(viewers.sales, { table: test.table });
    const ofSales = await (await get('/console/reports/mails')).text();
    expect(ofSales).toContain('Six tips after the guide');
    expect(ofSales).not.toContain(link);
  });

  it('name mails by their subjects as somebody gets them', async () => {
    const sent = { sequence: 'newsletter-welcome', step: 'newsletter-welcome', mail: 'newsletter-welcome' };
    const delivered = mail({ ...sent, locale: 'en', sentAt: NOW, deliveredAt: NOW });
    await countReported({ table: test.table, now: () => NOW }, delivered, 'delivered');
    const html = await page('mails');
    expect(html).toContain('Confirm your newsletter');
    expect(html).not.toContain('{%');
  });

  it('name the member of the sales team who answered', async () => {
    const before = reported({ stage: 'mql', handover: handover({ to: 'anna' }) });
    const answer = { by: 'anna', at: NOW };
    const taken = { ...before, handover: handover({ to: 'anna', status: 'accepted', answer }) };
    const after = { ...taken, stage: 'sal', version: 2 } as const;
    await recordReportMetrics({ table: test.table, now: () => NOW }, before, after);
    expect(await page('responses.csv')).toContain('anna,1,');
    expect(await page('responses')).toContain('under a minute');
  });
});
