import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIGatewayProxyStructuredResultV2 as Answer } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { showChallenge } from '../../../functions/forms/challenge.ts';
import type { FormsSystem } from '../../../functions/forms/request.ts';
import { showForm, showThanks } from '../../../functions/forms/show-form.ts';
import { takeForm } from '../../../functions/forms/take-form.ts';
import { bundleChallenge } from '../../../infra/bundle.ts';
import { challengesFrom } from '../../../shared/gateways/forms/challenges.ts';
import { sharedBrowser } from '../../browser.ts';
import { somebody, testSystem } from '../../usecases/forms/forms-system.ts';
import { request, urlencoded } from './request.ts';

let test: Awaited<ReturnType<typeof testSystem>>;
let system: FormsSystem;
let server: Server;
let url: string;
beforeAll(async () => {
  test = await testSystem();
  system = { ...test.system, challenges: challengesFrom('key') };
  const script = Buffer.from(await bundleChallenge()).toString();
  server = createServer(async (incoming, outgoing) => {
    const path = incoming.url ?? '';
    let body = '';
    for await (const part of incoming) body += part;
    const { statusCode = 200, headers = {}, body: text } = await answer(path, body, script);
    outgoing.writeHead(statusCode, headers as Record<string, string>).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

async function answer(path: string, body: string, script: string): Promise<Answer> {
  if (path === '/challenge.js') return { headers: { 'content-type': 'text/javascript' }, body: script };
  if (path.endsWith('/challenge')) return showChallenge(system, request());
  if (path.includes('/thanks')) return showThanks(system, request());
  if (path === '/website') return { headers: { 'content-type': 'text/html' }, body: website() };
  if (body === '') return showForm(system, request());
  return takeForm(system, urlencoded(Object.fromEntries(new URLSearchParams(body))));
}

/** A form on a website, which sends it by a script of its own. */
const website = () => `<form action="${url}/f/whitepaper"><input name="email"><button>Send</button></form>
  <script async src="${url}/challenge.js"></script>
  <script>document.forms[0].addEventListener('submit', (event) => {
    event.preventDefault();
    fetch(event.target.action, { method: 'POST', body: new URLSearchParams(new FormData(event.target)) })
      .then(() => { document.title = 'sent'; });
  });</script>`;

async function inBrowser(path: string, email: string, javaScriptEnabled = true): Promise<void> {
  const context = await (await sharedBrowser()).newContext({ javaScriptEnabled });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.goto(url + path, { waitUntil: 'load' });
  // Past the check for robots that are too fast.
  test.pass(10_000);
  await page.fill('[name=email]', email);
  await page.press('[name=email]', 'Enter');
  if (path === '/website') await page.waitForFunction(() => document.title === 'sent');
  else await page.waitForURL(/thanks/);
  await context.close();
  expect(problems).toEqual([]);
}
const marks = async (email: string) => (await test.keptOf(email)).map(({ unproven = false }) => unproven);

describe('a browser that fills in a form with a challenge', () => {
  it.each(['/f/whitepaper', '/website'])('on %s solves it by itself', async (path) => {
    const email = somebody();
    await inBrowser(path, email);
    expect(await marks(email)).toEqual([false]);
  });

  it('without JavaScript sends the form all the same, and is marked', async () => {
    const email = somebody();
    await inBrowser('/f/whitepaper', email, false);
    expect(await marks(email)).toEqual([true]);
  });
});

describe('the page of a form', () => {
  it('loads our script and nothing else, and says what it waits for in each language', async () => {
    for (const [language, words] of [
      ['nl', 'geen robot'],
      ['en', 'no robot'],
    ] as const) {
      const query = { queryStringParameters: { _locale: language } };
      const { headers = {}, body = '' } = await showForm(system, request(query));
      expect(body).toContain(words);
      expect(body.match(/<script[^>]*>/g)).toEqual(['<script src="/challenge.js" async="">']);
      expect(headers['content-security-policy']).toContain("script-src 'self'; connect-src 'self'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
    }
  });

  it('has none of that where challenges are not switched on', async () => {
    const { headers = {}, body } = await showForm(test.system, request());
    expect(body).not.toContain('script');
    expect(headers['content-security-policy']).not.toContain('script-src');
    expect((await showChallenge(test.system, request())).statusCode).toBe(404);
  });
});

describe('the script', () => {
  it('is small', async () => {
    expect((await bundleChallenge()).byteLength).toBeLessThan(10_000);
  });
});
