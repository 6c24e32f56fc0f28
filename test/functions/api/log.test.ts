import { expect, it } from 'vitest';
import { logPage } from '../../../shared/store/console/log.ts';
import { submission } from '../../domain/builders.ts';
import { testApi } from './api.ts';

const logged = async (api: Awaited<ReturnType<typeof testApi>>) => {
  const search = { from: '2026-01-01T00:00:00.000Z', before: '2027-01-01T00:00:00.000Z' };
  const { entries } = await logPage(api.table, search, { limit: 20 });
  return entries.map(({ at: _, who, isKey, ...deed }) => deed).reverse();
};

it('logs under the name of the key what it lists, adds, changes and erases, without personal data', async () => {
  const api = await testApi();
  const id = await api.happened('jan@acme.nl', submission('contact', { handRaise: true }));
  const steps = [
    () => api.call('GET', '/leads?stage=mql&limit=1'),
    () => api.call('POST', '/leads', { email: 'jan@acme.nl', profile: {}, source: 'crm', proofs: {} }),
    () => api.call('POST', `/leads/${id}/actions`, { action: 'accept', by: 'Anna' }),
    () => api.call('DELETE', `/leads/${id}`),
  ];
  const expected = [
    { kind: 'leads-seen', detail: 'limit stage' },
    { kind: 'lead-added', about: id },
    { kind: 'lead-changed', about: id, detail: 'accept' },
    { kind: 'lead-erased', about: id },
  ];
  for (const [n, step] of steps.entries()) {
    api.now = `2026-11-22T13:0${n}:00.000Z`;
    expect((await step()).status).toBeLessThan(300);
  }
  const entries = await logged(api);
  expect(entries).toHaveLength(4);
  expect(entries).toEqual(expect.arrayContaining(expected));
  expect(JSON.stringify(entries)).not.toContain('acme');
});

it('erases nothing when it cannot be logged', async () => {
  const api = await testApi();
  const id = await api.happened('jan@acme.nl', submission('contact'));
  api.refused = 'PutItem';
  expect((await api.call('DELETE', `/leads/${id}`)).status).toBe(503);
  api.refused = undefined;
  expect((await api.call('GET', `/leads/${id}`)).status).toBe(200);
});
