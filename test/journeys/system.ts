import { randomUUID } from 'node:crypto';
import { playedNetwork } from '../../infra/local/http-api/played-network.ts';
import { findFreePorts } from '../../infra/local/ports.ts';
import { startTwin, type Twin, type TwinOptions } from '../../infra/local/twin.ts';

/** The whole system on this machine, used over HTTP. */
export interface System {
  twin: Twin;
  url: string;
  stop(): Promise<void>;
  /** A request to the API's port. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** The response of an API route, with the twin's key. */
  api<T = Record<string, unknown>>(path: string, init?: RequestInit): Promise<T>;
  local<T>(path: string, init?: RequestInit): Promise<T>;
  /** Calls the table directly, for what no route does. */
  table(operation: string, input: object): Promise<unknown>;
  settled(): Promise<void>;
  advance(span: string): Promise<void>;
  lead(email: string): Promise<LeadAnswer>;
}

interface LeadAnswer {
  id: string;
  stage: string;
  readiness: string;
  fit: { verdict: string };
  consent: { mail: string; tracking: string; proofs: { form: string; wording: string; page: string }[] };
  score: { total: number; band: string; ledger: { eventId: string; rule: string; points: number }[] };
  handovers: { number: number; reason: string; status: string }[];
  enrolments: { sequence: string; step: number; status: string; nextAt: string | null }[];
  playbook: number;
}

export interface Mail {
  to: string[];
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
}

/** The user agent of a person's browser; other clients count as bots. */
export const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/147.0.0.0 Safari/537.36';

let shared: Promise<System> | undefined;

/**
 * The twin that all test files of this process share. Use new people, look only at their data, and leave no faults
 * behind. A test that moves time or counts everything starts its own twin with `startSystem`.
 */
export function sharedSystem(): Promise<System> {
  shared ??= startSystem();
  return shared;
}

/** A twin on free ports, with its data in memory and at this machine's time, unless something else is given. */
export async function startSystem(options: Partial<TwinOptions> = {}): Promise<System> {
  const twin = await startTwin({ port: await findFreePorts(), data: 'memory', ...options });
  const url = twin.addresses.api;
  const request = (path: string, init?: RequestInit) =>
    fetch(`${url}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { 'user-agent': BROWSER, ...init?.headers },
    });
  const json = async <T>(path: string, init?: RequestInit) => {
    const response = await request(path, init);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  const api: System['api'] = (path, init) => {
    const headers = { authorization: 'Bearer local', 'content-type': 'application/json', ...init?.headers };
    return json(path, { ...init, headers });
  };
  return {
    twin,
    url,
    stop: () => twin.stop(),
    request,
    api,
    local: (path, init) => json(`/_local${path}`, init),
    table: async (operation, input) => {
      const resource = twin.template.resources.find(({ type }) => type === 'AWS::DynamoDB::Table');
      const database = twin.services.list.find(({ name }) => name === 'dynamodb');
      return database?.call(operation, { TableName: resource?.ref, ...input });
    },
    settled: async () => void (await json('/_local/settled')),
    advance: async (advance) =>
      void (await json('/_local/clock', { method: 'POST', body: JSON.stringify({ advance }) })),
    lead: (email) => api('/api/leads/lookup', { method: 'POST', body: JSON.stringify({ email }) }),
  };
}

/** Somebody with an address, a browser and a network of their own. */
export class Person {
  readonly email: string;
  readonly visitor = `visitor-${randomUUID()}`;
  readonly #system: System;
  /** As in the tracker: a browser is anonymous until a form or a mail identifies it. */
  #isAnonymous = true;

  constructor(system: System, email = `person-${randomUUID()}@company.nl`) {
    this.#system = system;
    this.email = email;
  }

  /** Views pages of the website, all in one batch. */
  reads(...paths: string[]): Promise<Response> {
    const events = paths.map((path) => ({
      id: randomUUID(),
      type: 'page',
      at: new Date(this.#system.twin.clock.now()).toISOString(),
      url: `https://website.nl${path}`,
    }));
    return this.tells(events);
  }

  tells(events: object[]): Promise<Response> {
    if (/[?&]kansrijk=/.test(JSON.stringify(events))) this.#isAnonymous = false;
    const body = JSON.stringify({ visitorId: this.visitor, anonymous: this.#isAnonymous, events });
    return this.#system.request('/e', { method: 'POST', body });
  }

  sendsIn(form: string, fields: Record<string, unknown> = {}, init: RequestInit = {}): Promise<Response> {
    this.#isAnonymous = false;
    const answers = { email: this.email, permission: true, _visitor: this.visitor, _locale: 'en', ...fields };
    return this.#system.request(`/f/${form}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...playedNetwork(this.email),
        accept: 'application/json',
        ...init.headers,
      },
      body: JSON.stringify(answers),
    });
  }

  /** Requests the whitepaper and reads enough in a day to cross the threshold: 2 + 2 × 40 points. */
  async becomesReady(): Promise<void> {
    await this.sendsIn('whitepaper', { employees: '50', company: 'Company' });
    await this.reads(...Array.from({ length: 40 }, (_, n) => `/guides/${n}`));
    await this.#system.settled();
  }
}
