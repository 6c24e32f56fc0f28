import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { BrowserContext, Page } from 'playwright-core';
import { vi } from 'vitest';
import { bundleTracker } from '../../../infra/bundle.ts';

export interface SentEvent {
  id: string;
  type: 'page' | 'stay' | 'track';
  seconds?: number;
  name?: string;
  url: string;
  title: string;
  referrer: string;
  at: string;
  props?: Record<string, unknown>;
}

/** What reached `POST /e`. */
interface Received {
  visitorId: string;
  anonymous: boolean;
  events: SentEvent[];
  contentType: string;
}

/** An API that records what browsers send it, and a website of another origin that loads the tracker. */
export interface TrackedSite {
  url: string;
  api: string;
  received: Received[];
  submitted: URLSearchParams[];
  /** The statuses of the next responses of `POST /e`; 204 when empty. 0 closes the connection. */
  answers: number[];
  /** What forms answer to a request for JSON; others are sent on to a page of thanks. */
  answerForm: (request: IncomingMessage) => { status: number; json: unknown };
  /** What each page of the website holds besides the tracker, by path. */
  pages: Record<string, string>;
  /** The script tag's further attributes. */
  attributes: string;
  stop(): Promise<void>;
}

/** Starts both; the website is the given one, or one whose pages hold little besides the tracker. */
export async function startTrackedSite(
  websiteOf?: (apiUrl: string) => RequestListener,
): Promise<TrackedSite> {
  const tracker = Buffer.from(await bundleTracker());
  const api = createServer(async (request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', 'kansrijk-visitor');
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
    if (request.url === '/t.js') return response.setHeader('Content-Type', 'text/javascript').end(tracker);
    if (request.url?.startsWith('/f/')) {
      if (request.method === 'POST') site.submitted.push(new URLSearchParams(await text(request)));
      if (request.headers.accept === 'application/json') {
        const { status, json } = site.answerForm(request);
        return response.writeHead(status).end(JSON.stringify(json));
      }
      return response.writeHead(303, { Location: `${site.url}/thanks` }).end();
    }
    const status = site.answers.shift() ?? 204;
    const received = await receive(request);
    if (received) site.received.push(received);
    if (status === 0) return request.socket.destroy();
    return response.writeHead(status).end(status === 204 ? '' : `Answer ${status}`);
  });
  const servePage: RequestListener = (request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(
      `<!doctype html><html lang="nl-NL"><title>Page ${path}</title>
       <link rel="icon" href="data:,">
       <script async src="${site.api}/t.js" ${site.attributes}></script>${site.pages[path] ?? ''}`,
    );
  };
  const apiUrl = await listen(api);
  const website = createServer(websiteOf ? websiteOf(apiUrl) : servePage);
  const site: TrackedSite = {
    api: apiUrl,
    url: await listen(website),
    received: [],
    submitted: [],
    answers: [],
    answerForm: () => ({ status: 200, json: { ok: true } }),
    pages: {},
    attributes: '',
    stop: async () => {
      for (const server of [api, website]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
  return site;
}

async function receive(request: IncomingMessage): Promise<Received | undefined> {
  if (request.method !== 'POST') return undefined;
  return { ...JSON.parse(await text(request)), contentType: request.headers['content-type'] };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The events that arrived, each once, in the order of arrival. */
export function eventsOf(site: TrackedSite): SentEvent[] {
  return [...new Map(site.received.flatMap(({ events }) => events).map((e) => [e.id, e])).values()];
}

/** Opens a page and waits until the tracker has started. */
export async function visit(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'load' });
  return page;
}

/** Waits until this holds, while the clock of the browser runs ahead. */
export function eventually(context: BrowserContext, holds: () => unknown): Promise<void> {
  return vi.waitFor(
    async () => {
      await context.clock.runFor(1_000);
      await holds();
    },
    { timeout: 30_000, interval: 20 },
  );
}

/** Everything that the tracker stores in this browser. */
export const storedBy = (page: Page) =>
  page.evaluate(() => ({ cookies: document.cookie, kept: { ...localStorage } as Record<string, string> }));
