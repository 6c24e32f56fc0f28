import { beforeEach, describe, expect, it } from 'vitest';
import { countReported } from '../../../../shared/usecases/reports/count-mail.ts';
import { recordReportMetrics } from '../../../../shared/usecases/reports/record-report-metrics.ts';
import { NOW } from '../../../domain/builders.ts';
import { mail } from '../../../domain/nurture/mails.ts';
import { handover, reported, someone } from '../../../domain/reports/builders.ts';
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

  it('say when corrections count, and of a period in which one was only made that nothing happened', async () => {
    const won = { stage: 'customer', won: { value: 250, currency: 'USD', at: NOW } } as const;
    const reached = { sal: NOW, sql: NOW, opportunity: NOW };
    const answer = { by: 'anna', at: NOW };
    const taken = handover({ status: 'accepted', answer, reached, to: 'anna' });
    const before = reported({ ...won, handover: taken });
    const after = reported({ stage: 'opportunity', version: 2, handover: { ...taken, corrections: 1 } });
    await recordReportMetrics({ table: test.table, now: () => NOW }, before, after);
    for (const report of ['funnel?by=campaign', 'funnel?by=week', 'returns', 'responses']) {
      const html = await page(report);
      expect(html).toContain('A correction counts on the day on which it is made');
      expect(html).toContain('Nothing yet in this period.');
      expect(html).not.toMatch(/[>\s][-−]\d/);
    }
    expect(await page('funnel.csv?by=campaign')).not.toMatch(/,-\d/);
    expect(await page('mails')).not.toContain('A correction counts');
  });

  it('have the value of deals in each currency in the file of the funnel', async () => {
    const stages = { stage: 'opportunity', handover: handover({ status: 'accepted' }) } as const;
    const before = reported(stages);
    const won = { value: 250, currency: 'USD', at: NOW };
    const after = reported({ ...stages, stage: 'customer', version: 2, won });
    await recordReportMetrics({ table: test.table, now: () => NOW }, before, after);
    const [head, row] = (await page('funnel.csv?by=campaign')).trim().split('\r\n');
    expect(head).toMatch(/value,lost,otherCurrencies\.USD$/);
    expect(row).toMatch(/^spring,.*,0,0,250$/);
  });

  it('link a campaign to its leads, but not what is together as other', async () => {
    const long = 'spring '.repeat(8).trim();
    for (const [n, campaign] of [long, 'other'].entries()) {
      const arrived = reported({ id: someone(n), origin: { campaign, at: NOW } });
      await recordReportMetrics({ table: test.table, now: () => NOW }, undefined, arrived);
    }
    const html = await page('funnel?by=campaign');
    expect(html).toContain(
      `campaign=${new URLSearchParams({ c: long.slice(0, 40).trim() }).toString().slice(2)}"`,
    );
    expect(html).not.toContain('campaign=other');
  });

  it('lead from a mail to how it looks', async () => {
    const delivered = mail({ step: 'whitepaper', locale: 'nl', sentAt: NOW, deliveredAt: NOW });
    await countReported({ table: test.table, now: () => NOW }, delivered, 'delivered');
    const link = '/console/mails/whitepaper?in=nl';
    expect(await page('mails')).toContain(link);
    const { get } = await testConsole(viewers.sales, { table: test.table });
    expect(await (await get('/console/reports/mails')).text()).toContain(link);
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
