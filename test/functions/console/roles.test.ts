import type { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ConsoleEnv } from '../../../functions/console/console-env.ts';
import { ROLES } from '../../../shared/domain/console/viewer.ts';
import { ACTIONS } from '../../../shared/domain/handover/actions/action.ts';
import { emptyDirectory } from '../../../shared/domain/identity/directory/directory.ts';
import { withCapture } from '../../../shared/domain/identity/profile.ts';
import { putLead } from '../../../shared/store/identity/leads.ts';
import { putProfile } from '../../../shared/store/identity/profiles.ts';
import { LEAD, lead, NOW, submission } from '../../domain/builders.ts';
import { someone } from '../../domain/reports/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { allowed, open } from './allowed.ts';
import { consoleWithSignIn } from './browser.ts';
import { testConsole, viewers } from './test-console.ts';

const HANDED_OVER = someone(1);
const NEVER = someone(2);

/** The routes of the app itself, so that a new one is walked too. */
function routesOf(routes: Hono<ConsoleEnv>['routes']): string[] {
  const own = routes.filter(({ method }) => method !== 'ALL');
  const named = own.map(({ method, path }) => `${method} ${path.replace(/\/assets\/.*/, '/assets/*')}`);
  return [...new Set(named)].sort();
}

const all = routesOf((await testConsole()).routes());
const behind = all.filter((route) => !open.includes(route));

/** One call of a route as somebody. */
async function call(
  as: keyof typeof viewers,
  route: string,
  id = HANDED_OVER,
  sent: BodyInit = new URLSearchParams(),
) {
  const table = await memoryTable();
  const opened = { number: 1, openedAt: NOW, playbook: 1, score: 80, token: 'token' };
  await putLead(
    table,
    lead({ id: HANDED_OVER, stage: 'mql', handover: { ...opened, reason: 'threshold', status: 'open' } }),
  );
  await putLead(table, lead({ id: NEVER }));
  for (const one of [HANDED_OVER, NEVER])
    await putProfile(table, { ...withCapture(undefined, one, submission('demo')), version: 1 });
  const directory = emptyDirectory();
  const test = await testConsole(viewers[as], { table, directory: async () => directory });
  const [method, pattern = ''] = route.split(' ');
  const path = pattern.replace('/leads/:id', `/leads/${id}`).replaceAll(/:\w+/g, 'some');
  return method === 'POST' ? test.send(path, sent) : test.get(path);
}

describe('every route of the console', () => {
  it('has a decision about who may use it, and no decision is about a route that is gone', () => {
    expect(behind).toEqual(Object.keys(allowed).sort());
  });

  describe.each(ROLES)('as %s', (role) => {
    it.each(behind)('is allowed or refused: %s', async (route) => {
      const { status } = await call(role, route);
      if (allowed[route]?.includes(role)) {
        expect(status).not.toBe(403);
        expect(status).toBeLessThan(500);
      } else expect(status).toBe(403);
    });
  });

  describe.each(['sales', 'marketing'] as const)('as %s, with something sent that makes no sense', (role) => {
    const refused = behind.filter((route) => route.startsWith('POST') && !allowed[route]?.includes(role));
    it.each(refused)('is refused for the role: %s', async (route) => {
      expect((await call(role, route, HANDED_OVER, new Blob(['{']))).status).toBe(403);
    });
  });

  it.each(ACTIONS)('tells marketing first what it may do, before what is missing: %s', async (action) => {
    const sent = new URLSearchParams({ action });
    const { status } = await call('marketing', 'POST /console/leads/:id', HANDED_OVER, sent);
    expect(status).toBe(action === 'note' ? 422 : 403);
  });

  it.each(behind.filter((route) => route.includes('/leads/:id')))(
    'shows sales no lead that was never handed over: %s',
    async (route) => {
      expect([403, 404]).toContain((await call('sales', route, NEVER)).status);
    },
  );
});

describe('every route, for nobody', () => {
  let signedOut: ReturnType<typeof consoleWithSignIn>;
  beforeAll(async () => {
    signedOut = consoleWithSignIn(await memoryTable());
  });
  const pathOf = (route: string) => route.replace(/^\w+ /, '').replaceAll(/:\w+/g, LEAD);

  it.each(behind)('leads to the sign-in: %s', async (route) => {
    const browser = signedOut.browser();
    if (route.startsWith('GET')) {
      const answer = await browser.get(pathOf(route));
      expect(answer.status).toBe(302);
      expect(answer.headers.get('location')).toMatch(/^\/console\/sign-in\?to=/);
    } else expect((await browser.post(pathOf(route), {})).status).toBe(401);
  });

  it('is open only where somebody signs in or out, or a page loads its style', () => {
    const unknown = routesOf(signedOut.routes()).filter((route) => !open.includes(route));
    expect(unknown.filter((route) => !(route in allowed))).toEqual(['GET /console/sign-in/done']);
  });

  it('writes nothing for another website, on any address', async () => {
    const paths = routesOf(signedOut.routes()).map(pathOf);
    for (const path of paths)
      for (const origin of ['https://evil.test', 'null', ''])
        expect((await signedOut.browser().post(path, {}, { origin })).status).toBe(403);
  });
});
