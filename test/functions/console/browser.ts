import type { Hono } from 'hono';
import { consoleApp } from '../../../functions/console/app.ts';
import type { ConsoleEnv } from '../../../functions/console/console-env.ts';
import { requireViewer, viewerIn } from '../../../functions/console/sign-in/session.ts';
import { signInRoutes } from '../../../functions/console/sign-in/sign-in.tsx';
import type { Identified, OpenId } from '../../../shared/gateways/console/open-id.ts';
import { sealFor } from '../../../shared/gateways/console/sealed-token.ts';
import { leadIdFrom } from '../../../shared/gateways/identity/lead-id.ts';
import { randomId } from '../../../shared/gateways/random-id.ts';
import type { Table } from '../../../shared/store/table.ts';
import { directorySource } from '../../../shared/usecases/identity/directory/directory-source.ts';
import { NOW } from '../../domain/builders.ts';
import { hideBeginnings } from '../../usecases/hide-beginnings.ts';
import { playbookInProcess } from '../../usecases/playbook/playbook-in-process.ts';
import { shippedPlaybook } from '../../web/handover/dossier/example.ts';
import { ORIGIN } from './test-console.ts';

/** An issuer that says what a test wants, and checks the state as a client does. */
function testIssuer() {
  let answer: Identified = { result: 'refused' };
  let isDown = false;
  const seen = { begun: 0, refused: 0, state: '', askedAgain: false };
  const openId: OpenId = {
    async begin({ asksAgain }) {
      if (isDown) throw new Error('no answer');
      seen.begun += 1;
      seen.state = randomId();
      seen.askedAgain = asksAgain;
      const expected = { state: seen.state, nonce: randomId(), verifier: randomId() };
      return { url: `https://issuer.test/?state=${seen.state}`, expected };
    },
    async finish(back, { state }) {
      if (back.searchParams.get('state') === state) return answer;
      seen.refused += 1;
      return { result: 'refused' };
    },
  };
  const says = (what: Identified) => {
    answer = what;
  };
  const fails = () => {
    isDown = true;
  };
  return Object.assign(seen, { openId, says, fails });
}

/** The console with its sign-in, over a table, as a stack of some name with some key. */
export function consoleWithSignIn(
  table: Table,
  { stack = 'Kansrijk', key = 'a key', htmx = '// htmx' } = {},
) {
  let at = Date.parse(NOW);
  const now = () => new Date(at).toISOString();
  const issuer = testIssuer();
  const people = { table, now, admins: ['admin@kansrijk.test'] };
  const system = {
    ...people,
    seal: sealFor('session', { key, stack }),
    flowSeal: sealFor('sign-in', { key, stack }),
    openId: issuer.openId,
    publicUrl: ORIGIN,
  };
  const app = consoleApp(
    {
      ...people,
      playbook: async () => shippedPlaybook(),
      newToken: randomId,
      hideBeginnings,
      leadId: leadIdFrom('key of tests'),
      newId: randomId,
      publicUrl: ORIGIN,
      websiteUrl: 'https://www.kansrijk.test',
      sender: 'hello@kansrijk.test',
      directory: directorySource(people),
      country: 'NL',
      report: () => {},
      askPlaybook: playbookInProcess({ table, now }),
    },
    {
      publicUrl: ORIGIN,
      language: 'en',
      timeZone: 'Europe/Amsterdam',
      htmx,
      textEditor: () => '// editor',
      signInRoutes: (show) => signInRoutes(system, show),
      requireViewer: requireViewer(system),
      viewerIn: (c) => viewerIn(c, system),
      reportFailure: () => {},
    },
  );
  const clock = {
    advance(ms: number) {
      at += ms;
    },
  };
  return {
    people,
    issuer,
    clock,
    routes: () => app.routes,
    browser: (cookies?: Map<string, string>) => new Browser(app, issuer, cookies),
  };
}

/** Keeps cookies and follows no redirects. */
export class Browser {
  readonly cookies: Map<string, string>;
  readonly #app: Hono<ConsoleEnv>;
  readonly #issuer: { state: string };

  constructor(app: Hono<ConsoleEnv>, issuer: { state: string }, cookies = new Map<string, string>()) {
    this.#app = app;
    this.#issuer = issuer;
    this.cookies = new Map(cookies);
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#send(path, { headers });
  }

  post(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const body = new URLSearchParams(fields);
    return this.#send(path, { method: 'POST', body, headers: { origin: ORIGIN, ...headers } });
  }

  /** Goes to the issuer and comes back. */
  async signsIn(to = '/console'): Promise<Response> {
    await this.get(`/console/sign-in?${new URLSearchParams({ to })}`);
    return this.get(`/console/sign-in/back?code=one&state=${this.#issuer.state}`);
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'accept-language': 'en', cookie, ...(init.headers as Record<string, string>) };
    const response = await this.#app.request(ORIGIN + path, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
}
