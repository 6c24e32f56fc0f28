import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { showForm, showThanks } from '../../../functions/forms/show-form.ts';
import { takeForm } from '../../../functions/forms/take-form.ts';
import { sharedBrowser } from '../../browser.ts';
import { request } from '../../functions/forms/request.ts';
import { testSystem } from '../../usecases/forms/forms-system.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let test: Awaited<ReturnType<typeof testSystem>>;
let browser: Browser;
let server: Server;
let url: string;
beforeAll(async () => {
  test = await testSystem();
  browser = await sharedBrowser();
  server = createServer(async (incoming, outgoing) => {
    const { statusCode, headers, body } = await answer(incoming);
    outgoing.writeHead(statusCode ?? 200, headers as Record<string, string>).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(() => void server.close());

async function answer(incoming: IncomingMessage): Promise<APIGatewayProxyStructuredResultV2> {
  let body = '';
  for await (const chunk of incoming) body += chunk;
  const { pathname, searchParams } = new URL(incoming.url ?? '/', url);
  const event = request({
    headers: incoming.headers as Record<string, string>,
    queryStringParameters: Object.fromEntries(searchParams),
    body,
  });
  event.pathParameters = { form: pathname.split('/')[2] ?? '' };
  if (incoming.method === 'POST') return takeForm(test.system, event);
  return pathname.endsWith('/thanks') ? showThanks(test.system, event) : showForm(test.system, event);
}

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 700 },
    locale: 'nl-NL',
    ...options,
  });
  const page = await context.newPage();
  await page.goto(`${url}${path}`);
  return page;
}

/** What axe finds wrong with a page, contrast included, and what does not fit on a phone. */
async function barriers(page: Page): Promise<string[]> {
  const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  await page.evaluate(axe);
  const found = await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))');
  return [...(found as string[]), ...(wide ? ['wider than a phone'] : [])];
}

describe('a form on a phone', () => {
  it('is filled in, corrected and thanked for, without a script', async () => {
    const page = await open('/f/whitepaper?utm_source=news', { javaScriptEnabled: false });
    await page.getByLabel('E-mailadres').fill('ann at acme');
    await page.getByLabel(/^Ja, mail mij/).check();
    await page.getByRole('button').click();
    await expect.poll(() => page.locator('[role=alert]').textContent()).toContain('Dit is geen e-mailadres');
    expect(await page.locator('#email:focus').getAttribute('aria-describedby')).toBe('email-wrong');
    await page.locator('#email').fill('ann@acme.example');
    await page.getByRole('button').click();
    await page.waitForURL('**/f/whitepaper/thanks?locale=nl&confirm=1');
    expect(await page.getByRole('link', { name: 'Bekijk alle gidsen' }).getAttribute('href')).toContain(
      '/guides/',
    );
    expect((await test.keptOf('ann@acme.example'))[0]).toMatchObject({
      locale: 'nl',
      campaign: { source: 'news' },
      permission: { page: 'https://leads.example/f/whitepaper' },
    });
  });

  it.each([
    ['/f/whitepaper', 'light'],
    ['/f/whitepaper', 'dark'],
    ['/f/contact', 'light'],
    ['/f/contact/thanks', 'dark'],
    ['/f/nothing', 'light'],
  ] as const)('has no barriers: %s in the %s', async (path, colorScheme) => {
    expect(await barriers(await open(path, { colorScheme }))).toEqual([]);
  });

  it.each(['light', 'dark'] as const)(
    'has no barriers with mistakes in it, in the %s',
    async (colorScheme) => {
      const page = await open('/f/contact', { colorScheme });
      await page.getByLabel('Telefoonnummer').fill('bel me');
      await page.getByRole('button').click();
      await page.waitForSelector('[role=alert]');
      expect(await barriers(page)).toEqual([]);
    },
  );
});
