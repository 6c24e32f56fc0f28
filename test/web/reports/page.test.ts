import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { frameworkOf } from '../../../shared/domain/reports/framework.ts';
import { funnelOf } from '../../../shared/domain/reports/funnel.ts';
import { reportPage, type View } from '../../../shared/web/reports/page.tsx';
import type { Reports } from '../../../shared/web/reports/reports.ts';
import { reportWords } from '../../../shared/web/reports/words.ts';
import { sharedBrowser } from '../../browser.ts';
import { exampleReports } from './example.ts';

const pageOf = (reports: Reports, language: View['language'] = 'en') =>
  reportPage({
    reports,
    view: { language, by: reports.by, weeks: 12 },
    link: ({ by, weeks }) => `/reports?by=${by}&weeks=${weeks}`,
    home: '/',
  });

let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});

describe('the report page', () => {
  it.each([
    ['en', 390, 'light'],
    ['nl', 390, 'dark'],
    ['en', 1_200, 'dark'],
  ] as const)(
    'has no finding of axe and nothing outside the screen (%s, %i wide, %s)',
    async (lang, width, colorScheme) => {
      const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
      const page = await context.newPage();
      await page.setContent(pageOf(exampleReports(), lang));
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await context.close();
    },
  );

  it('has the numbers of each picture as a table', async () => {
    const page = await browser.newPage();
    await page.setContent(pageOf(exampleReports()));
    const captions = await page.locator('table caption').allTextContents();
    expect(captions).toEqual([
      'Where the leads are now',
      'The funnel',
      'Why leads come back',
      'What showed that a lead did not fit',
      'Compared, by campaign',
    ]);
    const funnel = page.getByRole('table', { name: 'The funnel' });
    await expect(funnel.getByRole('row').nth(2).innerText()).resolves.toMatch(
      /handed over \(MQL\)\s+95\s+15%\s+11 days/,
    );
    await page.close();
  });
});

describe('what the page says', () => {
  it('is how many MQLs become SQLs, and what to do about the most frequent reason', () => {
    const html = pageOf(exampleReports());
    expect(html).toContain('41%');
    expect(html).toContain('Sales decided on 75 hand-overs: 31 became an SQL, 44 did not.');
    expect(reportWords.en.mqlToSql.share(0, 1)).toContain('decided on 1 hand-over:');
    expect(reportWords.nl.mqlToSql.agreement(1, 1)).toContain('op 1 van 1 overdracht binnen');
    expect(html.indexOf('raise the threshold')).toBeLessThan(
      html.indexOf('The profile of the ideal customer'),
    );
  });

  it('is text, whatever a campaign is called', () => {
    const html = pageOf(exampleReports());
    expect(html).toContain('spring &lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toContain('<script');
  });

  it('is that there is nothing yet, before anything happened', () => {
    const html = pageOf({
      ...exampleReports(),
      ...{ cells: frameworkOf({}), total: funnelOf({}), reasons: [], criteria: [], rows: [] },
    });
    expect(html).toContain('Sales has not decided on any hand-over in this time yet.');
    expect(html).not.toMatch(/NaN|null|undefined/);
  });
});
