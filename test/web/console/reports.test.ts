import axe from 'axe-core';
import type { Child } from 'hono/jsx';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../../shared/domain/language.ts';
import { frameworkOf } from '../../../shared/domain/reports/framework.ts';
import { funnelOf } from '../../../shared/domain/reports/funnel.ts';
import { FunnelContent } from '../../../shared/web/console/reports/funnel-page.tsx';
import { MailsContent } from '../../../shared/web/console/reports/mails-page.tsx';
import { Matrix } from '../../../shared/web/console/reports/matrix.tsx';
import { part } from '../../../shared/web/console/reports/numbers.ts';
import { mailsFile } from '../../../shared/web/console/reports/report-files.ts';
import { ReportPage } from '../../../shared/web/console/reports/report-page.tsx';
import { ResponsesContent } from '../../../shared/web/console/reports/responses-page.tsx';
import { ReturnReasons } from '../../../shared/web/console/reports/return-reasons.tsx';
import { reportStyle } from '../../../shared/web/console/reports/style.ts';
import type { ReportName, ReportView } from '../../../shared/web/console/reports/view.ts';
import { consoleStyle } from '../../../shared/web/console/style.ts';
import { themeStyle } from '../../../shared/web/look/theme.ts';
import { sharedBrowser } from '../../browser.ts';
import {
  exampleCells,
  exampleFunnel,
  exampleMails,
  exampleResponses,
  exampleReturns,
  exampleYear,
} from './example.ts';

const viewOf = (report: ReportName, language: Language, more: Partial<ReportView> = {}): ReportView => ({
  ...{ report, language, by: 'campaign', weeks: 12, period: { from: '2026-08-31', to: '2026-11-22' } },
  ...more,
});
const names = {
  ofSequence: (name: string) => name,
  ofMail: (mail: string | null, step: string) => mail ?? step,
  ofSubject: (subject: string) => subject,
  timeZone: 'Europe/Amsterdam',
};
const contents: Record<ReportName, (view: ReportView) => Child> = {
  framework: ({ language }) => Matrix({ cells: exampleCells(), language }),
  funnel: (view) => FunnelContent({ report: exampleFunnel(), view, currency: 'EUR' }),
  returns: (view) => ReturnReasons({ ...exampleReturns(), view }),
  responses: (view) => ResponsesContent({ times: exampleResponses(), view, nameOf: (key) => key }),
  mails: (view) => MailsContent({ report: exampleMails(), view, names }),
};
const bodyOf = (view: ReportView, content = contents[view.report](view)) =>
  String(ReportPage({ view, children: content }));
const pageOf = (body: string, language: Language) =>
  `<!doctype html><html lang="${language}"><head><title>Reports</title><meta name="viewport" content="width=device-width">` +
  `<style>${themeStyle({})}${consoleStyle}${reportStyle}</style></head><body><main>${body}</main></body></html>`;

let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});

describe.each(['framework', 'funnel', 'returns', 'responses', 'mails'] as const)(
  'the report %s',
  (report) => {
    it.each([
      ['nl', 390, 'dark'],
      ['en', 1_280, 'light'],
    ] as const)('has no finding of axe and nothing beside the screen (%s, %i wide, %s)', async (...given) => {
      const [language, width, colorScheme] = given;
      const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
      const page = await context.newPage();
      await page.setContent(pageOf(bodyOf(viewOf(report, language)), language));
      await page.evaluate(() => {
        for (const part of document.querySelectorAll('details')) part.open = true;
      });
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await context.close();
    });
  },
);

describe.each(['nl', 'en'] as const)('the tables of the reports on a phone (%s)', (language) => {
  it.each(['framework', 'funnel', 'returns', 'responses', 'mails'] as const)(
    'fit, or say that they scroll, by hand and by keyboard: %s',
    async (report) => {
      const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
      await page.setContent(pageOf(bodyOf(viewOf(report, language)), language));
      const tables = await page.evaluate(() => {
        for (const part of document.querySelectorAll('details')) part.open = true;
        return [...document.querySelectorAll<HTMLElement>('.scroll')].map((part) => ({
          name: part.ariaLabel,
          isReached: part.tabIndex === 0,
          scrolls: part.scrollWidth > part.clientWidth,
          says: part.querySelector('.sideways')?.checkVisibility() ?? false,
        }));
      });
      expect(tables).not.toEqual([]);
      for (const { name, isReached, scrolls, says } of tables) {
        expect({ name, isReached, says }).toEqual({ name, isReached: true, says: scrolls });
      }
      await page.close();
    },
  );
});

describe('a year in which little happened', () => {
  it('is some three screens of a phone long: weeks without anything are folded', async () => {
    const view = viewOf('funnel', 'en', { by: 'week', weeks: 52 });
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const body = bodyOf(view, FunnelContent({ report: exampleYear(), view, currency: 'EUR' }));
    await page.setContent(pageOf(body, 'en'));
    const table = page.getByRole('table', { name: 'Compared, by week' });
    expect(await table.getByRole('row').count()).toBe(1 + 4);
    expect(body).toContain('30 weeks without anything');
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(3_000);
    await page.close();
  });
});

describe('a number', () => {
  it('opens the leads behind it where a list can show them', () => {
    expect(bodyOf(viewOf('framework', 'en'))).toContain('/console/leads?fit=good&amp;readiness=not-ready');
    expect(bodyOf(viewOf('funnel', 'en'))).toContain('/console/leads?stage=opportunity');
    expect(bodyOf(viewOf('returns', 'en'))).toContain('/console/leads?returned=bad-fit');
    expect(bodyOf(viewOf('funnel', 'en'))).toMatch(/\/console\/leads\?campaign=spring[^"]+"/);
  });

  it('is a part of few as people say it, and a percentage of many', () => {
    expect(part('en', 2, 5)).toBe('2 of 5');
    expect(part('nl', 2, 5)).toBe('2 van 5');
    expect(part('en', 31, 75)).toBe('41%');
    expect(part('en', 0, 0)).toBe('–');
    expect(part('en', 5, 2)).toBe('–');
    expect(part('en', -1, 2)).toBe('–');
  });
});

describe('what a report says', () => {
  it('is text, whatever a campaign is called', () => {
    const html = bodyOf(viewOf('funnel', 'en'));
    expect(html).toContain('spring &lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toContain('<script');
  });

  it('is what to do about the most frequent reason first', () => {
    const html = bodyOf(viewOf('returns', 'en'));
    expect(html.indexOf('raise the threshold')).toBeLessThan(
      html.indexOf('The profile of the ideal customer'),
    );
  });

  it('is where people left a sequence and why, and who is under way', () => {
    const said = bodyOf(viewOf('mails', 'en')).replaceAll(/<[^>]+>/g, '');
    expect(said).toContain('Under way now: 74.');
    expect(said).toContain('unsubscribed 2, asked to talk 5');
    expect(said).toContain('Left before the first mail: did not confirm 30.');
  });

  it('is what the deals are worth, in each currency', () => {
    const view = viewOf('funnel', 'en');
    const report = exampleFunnel();
    const won = { ...report.total.won, otherCurrencies: { USD: 900 } };
    const total = { ...report.total, won };
    const html = bodyOf(view, FunnelContent({ report: { ...report, total }, view, currency: 'EUR' }));
    expect(html).toContain('Won together: €72,500.00 and US$900.00.');
  });

  it('is how long an answer took, in the unit that fits it', () => {
    expect(bodyOf(viewOf('responses', 'en'))).toMatch(/1[0-4] minutes/);
    expect(bodyOf(viewOf('responses', 'nl'))).toContain('minder dan een minuut');
  });

  it('is that there is nothing yet, before anything happened', () => {
    const view = viewOf('funnel', 'en', { by: 'week' });
    const total = funnelOf({});
    const report = { from: '', to: '', by: 'week', total, rows: [{ of: '2026-11-16', ...total }] } as const;
    const html = [
      bodyOf(view, FunnelContent({ report: { ...report, rows: [...report.rows] }, view, currency: 'EUR' })),
      bodyOf(viewOf('framework', 'en'), Matrix({ cells: frameworkOf({}), language: 'en' })),
    ].join();
    expect(html).toContain('Sales has not decided on any hand-over in this time yet.');
    expect(html).not.toMatch(/NaN|null|undefined/);
  });
});

describe('the tests of mails in the report', () => {
  const text = (language: Language) => bodyOf(viewOf('mails', language)).replaceAll(/<[^>]+>/g, '');

  it('say of each variant between which shares the true one lies, and how probable it is the best', () => {
    const body = text('en');
    expect(body).toContain('question: Who do you call first? (goes on)');
    expect(body).toMatch(/33% – 39%/);
    expect(body).toContain(
      '“question: Who do you call first?” goes on, as it is the best with a probability of',
    );
  });

  it('never call a winner what may be chance', () => {
    const body = text('en');
    expect(body).toContain('no difference seen with a certainty of 95%, so the first goes to the rest.');
    expect(body).toContain('Until it is decided, these numbers may be chance.');
    expect(body).toContain('such as 30% against 35%, each variant has to go to 1,083 people.');
    expect(body).toContain('Ended without a decision');
    expect(body.match(/goes on, as it is the best/g)).toHaveLength(1);
    expect(text('nl')).toContain('geen verschil gezien met een zekerheid van 95%');
  });

  it('open the leads behind the numbers of a test that goes on', () => {
    const link = 'under=whitepaper-tips/points//points-subject.question';
    expect(bodyOf(viewOf('mails', 'en'))).toContain(`counted=mail.opened&amp;${link}`);
  });

  it('are in the file, with what was chosen once it was decided', () => {
    const { head, rows } = mailsFile(exampleMails());
    const of = (row: readonly (string | number | undefined)[]) =>
      Object.fromEntries(head.map((name, n) => [name, row[n]]).filter(([, value]) => value !== undefined));
    const tests = rows.map(of).filter(({ test }) => test !== undefined);
    expect(tests).toHaveLength(8);
    expect(tests[3]).toMatchObject({
      ...{ sequence: 'whitepaper-tips', step: 'points', test: 'seen', variant: 'question', chosen: 'yes' },
      ...{ delivered: 1_195, opened: 430, low: 0.3331, high: 0.3875 },
    });
    expect(tests[0]).toMatchObject({ chosen: '', delivered: 0, opened: 0 });
  });
});
