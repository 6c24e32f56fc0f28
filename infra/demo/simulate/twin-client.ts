import { playedNetwork } from '../../local/http-api/played-network.ts';
import { LOCAL_API_KEY } from '../../local/settings.ts';
import type { TwinMail } from './mail/mail-links.ts';

/** The requests of browsers, mail programs and CRMs to a twin, and the twin's own. */
export interface TwinClient {
  /** The demo website. */
  websiteUrl: string;
  /** The twin's time in milliseconds. */
  now(): Promise<number>;
  advance(seconds: number): Promise<void>;
  mailsSince(moment: string, to?: string): Promise<TwinMail[]>;
  /** Fetches a URL without following a redirect; resolves with the target of the redirect. */
  visit(url: string): Promise<string | undefined>;
  /** Posts a form, as a browser does. */
  postForm(url: string, body?: Record<string, string>): Promise<void>;
  /** Posts JSON, with a key as somebody in a network of their own. */
  postJson(path: string, body: object, key?: string): Promise<void>;
  api<T>(path: string): Promise<T>;
  /** Posts an action to the API; undefined when the API refuses it as a conflict. */
  act<T>(path: string, action: object, key: string): Promise<T | undefined>;
}

const browser = {
  'user-agent':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36',
};

const withKey = { authorization: `Bearer ${LOCAL_API_KEY}` };
const CONFLICT = 409;

/**
 * A client of the twin whose API is at this address.
 * @throws Error that says how to start one, when there is none
 */
export async function connect(url: string): Promise<TwinClient> {
  const base = url.replace(/\/$/, '');
  const isRunning = await fetch(`${base}/_local/health`).then(
    (response) => response.ok,
    () => false,
  );
  if (!isRunning) throw new Error(`No twin runs at ${base}. Start one in another terminal: npm start`);

  async function request(target: string, init: RequestInit = {}, allowed?: number): Promise<Response> {
    const response = await fetch(target, {
      redirect: 'manual',
      ...init,
      headers: { ...browser, ...init.headers },
    });
    if (response.status < 400 || response.status === allowed) return response;
    throw new Error(
      `${init.method ?? 'GET'} ${target} answered ${response.status}: ${await response.text()}`,
    );
  }
  const json = async <T>(path: string, init?: RequestInit) =>
    (await (await request(`${base}${path}`, init)).json()) as T;

  return {
    websiteUrl: websiteOf(base),
    now: async () => Date.parse((await json<{ now: string }>('/_local/clock')).now),
    advance: async (seconds) =>
      void (await json('/_local/clock', {
        method: 'POST',
        body: JSON.stringify({ advance: `${seconds}s` }),
      })),
    mailsSince: (since, to) => json(`/_local/mails?${new URLSearchParams({ since, ...(to && { to }) })}`),
    async visit(target) {
      const response = await request(target);
      await response.arrayBuffer();
      return response.headers.get('location') ?? undefined;
    },
    async postForm(target, body = {}) {
      await (await request(target, { method: 'POST', body: new URLSearchParams(body) })).arrayBuffer();
    },
    async postJson(path, body, key) {
      const headers = {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key && { 'idempotency-key': key, ...playedNetwork(key) }),
      };
      const response = await request(`${base}${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      await response.arrayBuffer();
    },
    api: (path) => json(`/api${path}`, { headers: withKey }),
    async act<T>(path: string, action: object, key: string) {
      const headers = { ...withKey, 'content-type': 'application/json', 'idempotency-key': key };
      const init = { method: 'POST', headers, body: JSON.stringify(action) };
      const response = await request(`${base}/api${path}`, init, CONFLICT);
      const body = await response.json();
      return response.status === CONFLICT ? undefined : (body as T);
    },
  };
}

/** The twin's demo website listens on the port after the API's. */
function websiteOf(base: string): string {
  const { protocol, hostname, port } = new URL(base);
  return `${protocol}//${hostname}:${Number(port || 80) + 1}`;
}
