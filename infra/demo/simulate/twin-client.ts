import { LOCAL_API_KEY } from '../../local/settings.ts';
import type { TwinMail } from './read-mail.ts';

/** What people's browsers and mail programs can ask of a twin, and what only the twin can do. */
export interface TwinClient {
  /** The demo website. */
  websiteUrl: string;
  /** The time of the twin in milliseconds. */
  now(): Promise<number>;
  advance(seconds: number): Promise<void>;
  mailsSince(moment: string, to?: string): Promise<TwinMail[]>;
  /** Fetches an address without following where it leads; resolves with that. */
  visit(url: string): Promise<string | undefined>;
  /** Sends what a browser sends as a form. */
  press(url: string, body?: Record<string, string>): Promise<void>;
  send(path: string, body: object, key?: string): Promise<void>;
  api<T>(path: string): Promise<T>;
  /** Does something over the API; undefined when what it is about does not allow that. */
  act<T>(path: string, body: object, key: string): Promise<T | undefined>;
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

  async function ask(target: string, init: RequestInit = {}, fine?: number): Promise<Response> {
    const response = await fetch(target, {
      redirect: 'manual',
      ...init,
      headers: { ...browser, ...init.headers },
    });
    if (response.status < 400 || response.status === fine) return response;
    throw new Error(
      `${init.method ?? 'GET'} ${target} answered ${response.status}: ${await response.text()}`,
    );
  }
  const json = async <T>(path: string, init?: RequestInit) =>
    (await (await ask(`${base}${path}`, init)).json()) as T;

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
      const response = await ask(target);
      await response.arrayBuffer();
      return response.headers.get('location') ?? undefined;
    },
    async press(target, body = {}) {
      await (await ask(target, { method: 'POST', body: new URLSearchParams(body) })).arrayBuffer();
    },
    async send(path, body, key) {
      const headers = {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key && { 'idempotency-key': key }),
      };
      const response = await ask(`${base}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      await response.arrayBuffer();
    },
    api: (path) => json(`/api${path}`, { headers: withKey }),
    async act<T>(path: string, body: object, key: string) {
      const headers = { ...withKey, 'content-type': 'application/json', 'idempotency-key': key };
      const init = { method: 'POST', headers, body: JSON.stringify(body) };
      const response = await ask(`${base}/api${path}`, init, CONFLICT);
      const answer = await response.json();
      return response.status === CONFLICT ? undefined : (answer as T);
    },
  };
}

/** The twin's demo website listens on the port after the API's. */
function websiteOf(base: string): string {
  const { protocol, hostname, port } = new URL(base);
  return `${protocol}//${hostname}:${Number(port || 80) + 1}`;
}
