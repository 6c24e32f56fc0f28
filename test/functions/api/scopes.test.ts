import { beforeEach, describe, expect, it } from 'vitest';
import { describedRoute, scopeOfRoute } from '../../../functions/api/scopes.ts';
import { SCOPES } from '../../../shared/domain/console/api-keys.ts';
import { plus } from '../../../shared/domain/time.ts';
import { allApiKeys } from '../../../shared/store/console/api-keys.ts';
import { logPage } from '../../../shared/store/console/log.ts';
import { makeApiKey, withdrawApiKey } from '../../../shared/usecases/console/keep-api-keys.ts';
import { NOW } from '../../domain/builders.ts';
import { viewers } from '../console/test-console.ts';
import { type TestApi, testApi } from './api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await testApi();
});

const system = () => ({ table: api.table, now: () => api.now, newToken: () => 'a'.repeat(22) });
const key = { authorization: `Bearer kansrijk_${'a'.repeat(22)}` };
const lead = 'L'.repeat(22);
const make = (...scopes: string[]) => makeApiKey(system(), viewers.admin, { name: 'CRM', scopes });
const call = (route: string) => {
  const [method = '', path = ''] = route
    .replace('{id}', lead)
    .replace('{file}', 'fit.yaml')
    .replace('{version}', '1')
    .split(' ');
  return api.call(method, path, method === 'POST' ? {} : undefined, key);
};
const refusals = async () => {
  const search = { from: '2026-11', before: '2026-12', kind: 'refused' } as const;
  return (await logPage(api.table, search, { limit: 50 })).entries;
};

describe('a key of the console', () => {
  it.each(SCOPES)('that is for %s may do that and nothing else', async (scope) => {
    await make(scope);
    for (const [route, needed] of Object.entries(scopeOfRoute)) {
      const { status, body } = await call(route);
      if (needed === scope) expect(status).not.toBe(403);
      else expect({ status, scope: body.scope }).toEqual({ status: 403, scope: needed });
    }
  });

  it('is needed for every route of the API', () => {
    const routes = api
      .routes()
      .filter(({ method, path }) => method !== 'ALL' && path !== '/api/openapi.json')
      .map(describedRoute);
    expect([...new Set(routes)].sort()).toEqual(Object.keys(scopeOfRoute).sort());
  });

  it('that was withdrawn is refused within a minute', async () => {
    await make('reports');
    expect((await call('GET /reports/framework')).status).toBe(200);
    const [stored] = await allApiKeys(api.table);
    await withdrawApiKey(system(), viewers.admin, stored?.hash ?? '');
    api.now = plus(NOW, 60_000);
    const { status, body } = await call('GET /reports/framework');
    expect(status).toBe(401);
    expect(body.detail).toContain('withdrawn');
  });

  it('has each refusal once an hour in the log, however often it tries', async () => {
    await make('reports');
    for (let n = 0; n < 30; n++) await call('GET /leads');
    expect(await refusals()).toEqual([
      { at: NOW, who: 'CRM', isKey: true, kind: 'refused', detail: 'GET /leads' },
    ]);
  });

  it('that nobody made is refused, and leaves nothing in the log', async () => {
    expect((await call('GET /leads')).status).toBe(401);
    expect(await refusals()).toEqual([]);
  });
});

it('looks for no key in the table that cannot be one', async () => {
  api.refused = 'GetItem';
  const headers = { authorization: 'Bearer guess' };
  expect((await api.call('GET', '/reports/framework', undefined, headers)).status).toBe(401);
});
