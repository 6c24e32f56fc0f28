import axe from 'axe-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { withCapture } from '../../../shared/domain/identity/profile.ts';
import type { AbTest } from '../../../shared/domain/nurture/ab-test/ab-test-rules.ts';
import { putLead } from '../../../shared/store/identity/leads.ts';
import { putProfile } from '../../../shared/store/identity/profiles.ts';
import { putMailTemplates } from '../../../shared/store/nurture/mail-templates.ts';
import { sharedBrowser } from '../../browser.ts';
import { LEAD, lead, submission } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { playbook as small } from '../../usecases/playbook.ts';
import { ORIGIN, testConsole, viewers } from './test-console.ts';

const table = await memoryTable();
const title = { nl: 'Tips', en: 'Tips' };
const step = (id: string, after: string) => ({ id, mail: 'welcome', after, kind: 'marketing' as const });
const head = { subject: '{% if confirmUrl %}Confirm, {{ firstName }}{% endif %}', preheader: 'Read this' };
const playbook = {
  ...small,
  mails: { welcome: { nl: head, en: head }, unused: { nl: head, en: head }, never: { nl: head, en: head } },
  sequences: {
    tips: {
      ...{ title, start: { form: 'whitepaper' }, again: 'never' as const, paused: false },
      steps: [
        step('first', '0d'),
        step('second', '7d'),
        ...(['moved', { before: '1d' }, { after: '2h' }] as const).map((event, n) => ({
          ...{ id: `around-${n}`, mail: 'unused', kind: 'marketing' as const, event },
        })),
      ],
    },
  },
  newsletter: [{ mail: 'welcome', on: '2026-12-01', bands: ['newsletter' as const] }],
};
const template = (hello: string) => ({
  ...head,
  subject: `${hello} {{ firstName }}`,
  html: `<html lang="en"><head><title>x</title><style>@media (prefers-color-scheme: dark) { body { background: rgb(1, 2, 3) } }</style></head>
    <body><p>${hello} {{ firstName }} of {{ company }}</p>{% if confirmUrl %}<a href="{{ confirmUrl }}">Confirm</a>{% endif %}</body></html>`,
  text: `${hello} {{ firstName }}`,
});
beforeAll(() => putMailTemplates(table, 1, { welcome: { nl: template('Hallo'), en: template('Hi') } }));

const consoleOf = (viewer: (typeof viewers)[keyof typeof viewers] = viewers.marketing) =>
  testConsole(viewer, { table, playbook: async () => playbook });
const read = async (path: string) => (await (await consoleOf()).get(path)).text();

describe('the list of mails', () => {
  it('shows subjects as somebody gets them', async () => {
    const page = await read('/console/mails');
    expect(page).toContain('Confirm, Noor');
    expect(page).not.toMatch(/\{[{%]/);
  });

  it('says where each mail is sent', async () => {
    const page = await read('/console/mails');
    expect(page).toContain('Tips: mail 1 of 5, at once');
    expect(page).toContain('Tips: mail 3 of 5, when the event is moved');
    expect(page).toContain('Tips: mail 4 of 5, 1 day before the event');
    expect(page).toContain('Tips: mail 5 of 5, 2 hours after the event');
    expect(page).toContain('Tips: mail 2 of 5, after 7 days');
    expect(page).toContain('Newsletter of 1 December 2026');
    expect(page).toContain('sent nowhere');
  });

  it('is for everybody who signs in, and so is each mail', async () => {
    for (const path of ['', '/welcome', '/welcome/html']) {
      const statuses = Object.values(viewers).map(async (viewer) => [
        viewer.role,
        (await (await consoleOf(viewer)).get(`/console/mails${path}`)).status,
      ]);
      expect(Object.fromEntries(await Promise.all(statuses))).toEqual({
        sales: 200,
        marketing: 200,
        admin: 200,
      });
    }
  });
});

describe('the preview of a published mail', () => {
  it('shows subject, sender, size and text, in the language that was asked for', async () => {
    const page = await read('/console/mails/welcome?in=nl');
    expect(page).toContain('Hallo Noor');
    expect(page).toContain('hello@kansrijk.test');
    expect(page).toContain('1 KB of the 102 KB that Gmail shows');
  });

  it('shows it for awkward people, safely', async () => {
    expect(await read('/console/mails/welcome?person=nameless')).not.toContain('Noor<');
    expect(await read('/console/mails/welcome/html?person=foreign')).toContain(
      'Çağlar &amp; Søn &lt;Grüße&gt;',
    );
    expect(await read('/console/mails/welcome/html?person=pending')).toContain('/confirm/example');
    expect(await read('/console/mails/welcome/html?person=confirmed')).not.toContain('/confirm/');
  });

  it('shows it for a lead, in its own language, by its id or the address of its page', async () => {
    const asked = submission('whitepaper', { values: { firstName: 'Sam' }, locale: 'nl' });
    await putLead(table, lead({ version: 1, mail: 'granted' }));
    await putProfile(table, { ...withCapture(undefined, LEAD, asked), version: 1 });
    for (const typed of [LEAD, `${ORIGIN}/console/leads/${LEAD}?lang=en`]) {
      const page = await read(`/console/mails/welcome?lead=${encodeURIComponent(typed)}`);
      expect(page).toContain('Hallo Sam');
      expect(page).toMatch(new RegExp(`/welcome/html\\?[^"]*lead=${LEAD}`));
    }
    expect(await read(`/console/mails/welcome/html?lead=${LEAD}`)).not.toContain('/confirm/');
  });

  it('says when there is no such lead, and keeps what was typed', async () => {
    const answer = await (await consoleOf()).get('/console/mails/welcome?lead=AAAAAAAAAAAAAAAAAAAAA9');
    expect(answer.status).toBe(404);
    const page = await answer.text();
    expect(page).toContain('There is no lead with this id');
    expect(page).toContain('value="AAAAAAAAAAAAAAAAAAAAA9"');
  });

  it('is a page that is not there for a mail that the playbook does not have', async () => {
    for (const mail of ['other', 'constructor'])
      expect((await (await consoleOf()).get(`/console/mails/${mail}`)).status).toBe(404);
  });
});

describe('the preview of a mail that is tested', () => {
  const variants = [
    { name: 'question', subject: { nl: 'Wie eerst, {{ firstName }}?', en: 'Who first, {{ firstName }}?' } },
    { name: 'short', mail: 'welcome-short' },
  ];
  const test: AbTest = {
    ...{ name: 'hello', share: 1, measure: 'opened', decide: { after: '30d' }, certainty: 0.95 },
    variants,
  };
  const { tips } = playbook.sequences;
  const [first, ...others] = tips.steps;
  const tested = {
    ...playbook,
    mails: { ...playbook.mails, 'welcome-short': { nl: head, en: head } },
    sequences: { tips: { ...tips, steps: [{ ...(first as (typeof tips.steps)[number]), test }, ...others] } },
  };
  beforeAll(() =>
    putMailTemplates(table, 1, { 'welcome-short': { nl: template('Kort'), en: template('Short') } }),
  );
  const shows = async (query: string) => {
    const { get } = await testConsole(viewers.marketing, { table, playbook: async () => tested });
    return (await get(`/console/mails/welcome${query}`)).text();
  };

  it('lets choose a variant, with its own subject or its own text', async () => {
    const page = await shows('');
    expect(page).toContain('The mail as it is (first)');
    expect(page).toContain('question, in the test hello');
    expect(page).toContain('Hi Noor');
    const question = await shows('?variant=hello.question&in=nl');
    expect(question).toContain('Wie eerst, Noor?');
    expect(question).toMatch(/value="hello.question" selected/);
    expect(question).toMatch(/welcome\/html\?[^"]*variant=hello.question/);
    expect(await shows('/html?variant=hello.short')).toContain('Short Noor of');
    expect(await shows('?variant=constructor')).toContain('Hi Noor');
  });

  it('says of a variant that is another mail in which test it is sent', async () => {
    const { get } = await testConsole(viewers.marketing, { table, playbook: async () => tested });
    const page = await (await get('/console/mails/welcome-short')).text();
    expect(page).toMatch(/Tips: mail 1 of \d, at once, as a variant in the test hello/);
    expect(page).not.toContain('The mail as it is (first)');
  });
});

describe('the pages about mails in a browser', () => {
  it.each([
    ['a desk in the light', 1280, 'light', 'en'],
    ['a phone in the dark', 390, 'dark', 'nl'],
  ] as const)(
    'show mails in both schemes, without accessibility problems, on %s',
    async (_, width, scheme, lang) => {
      const test = await consoleOf();
      const page = await (await sharedBrowser()).newPage({
        viewport: { width, height: 900 },
        colorScheme: scheme,
      });
      await page.route('**/*', async (route) => {
        const { pathname, search } = new URL(route.request().url());
        const answer = await test.get(pathname + search);
        await route.fulfill({
          status: answer.status,
          headers: Object.fromEntries(answer.headers),
          body: Buffer.from(await answer.arrayBuffer()),
        });
      });
      for (const path of ['/console/mails', '/console/mails/welcome', '/console/mails/welcome?lead=none']) {
        await page.goto(`${ORIGIN}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() =>
          (window as unknown as { axe: typeof axe }).axe.run({ exclude: [['iframe']] }),
        );
        expect(violations.map(({ id, nodes }) => [path, id, nodes.map((node) => node.html)])).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
      }
      const colours = await Promise.all(
        ['light', 'dark'].map((one) =>
          page
            .frameLocator(`iframe[src$="scheme=${one}"].phone`)
            .locator('body')
            .evaluate((body) => getComputedStyle(body).backgroundColor),
        ),
      );
      expect(colours).toEqual(['rgba(0, 0, 0, 0)', 'rgb(1, 2, 3)']);
      await page.close();
    },
  );
});
