import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { receipt } from '../../../shared/contract/api.ts';
import type { VisitorId } from '../../../shared/domain/identity/ids.ts';
import { plus } from '../../../shared/domain/time.ts';
import { NOW, pageView, submission } from '../../domain/builders.ts';
import { MINUTE, sweepAt } from '../../usecases/identity/a-life.ts';
import { type TestApi, testApi } from './api.ts';

const visitor = 'browser-of-ann' as VisitorId;

let api: TestApi;
beforeEach(async () => {
  api = await testApi();
});

describe('a lead that is erased', () => {
  it('returns a receipt, each time', async () => {
    const id = await api.happened(
      'ann@acme.nl',
      submission('whitepaper', { visitor }),
      pageView('/', { visitor }),
    );
    const first = await api.call('DELETE', `/leads/${id}`);
    expect(first.status).toBe(200);
    expect(z.strictObject(receipt.shape).parse(first.body)).toMatchObject({
      id,
      isFinished: true,
      removed: { events: 2, visitors: 1 },
    });
    const second = await api.call('DELETE', `/leads/${id}`);
    expect(second).toMatchObject({
      status: 200,
      body: { erasedAt: first.body.erasedAt, isFinished: true, removed: { events: 0 } },
    });
  });

  it('says when it could not be finished at once, until it is', async () => {
    const id = await api.happened('ann@acme.nl', submission());
    api.refused = 'BatchWriteItem';
    const first = await api.call('DELETE', `/leads/${id}`);
    expect(first.status).toBe(200);
    expect(z.strictObject(receipt.shape).parse(first.body)).toEqual({
      ...{ id, erasedAt: NOW, isFinished: false },
      removed: { events: 0, visitors: 0, others: 0 },
    });
    expect((await api.call('DELETE', `/leads/${id}`)).body.isFinished).toBe(false);
    expect((await api.call('GET', `/leads/${id}`)).status).toBe(404);
    expect(api.complaints).toEqual([]);

    api.refused = undefined;
    await sweepAt(api.table, plus(NOW, 2 * MINUTE));
    expect((await api.call('DELETE', `/leads/${id}`)).body).toMatchObject({
      erasedAt: NOW,
      isFinished: true,
    });
  });

  it('is no longer found by id, address or list', async () => {
    const id = await api.happened('ann@acme.nl', submission());
    await api.call('DELETE', `/leads/${id}`);
    expect((await api.call('GET', `/leads/${id}`)).status).toBe(404);
    expect((await api.call('GET', `/leads/${id}/events`)).status).toBe(404);
    expect((await api.call('POST', '/leads/lookup', { email: 'ann@acme.nl' })).status).toBe(404);
    expect((await api.call('GET', '/leads')).body.leads).toEqual([]);
  });

  it('comes back by its own action, not by an import', async () => {
    const id = await api.happened('ann@acme.nl', submission());
    await api.call('DELETE', `/leads/${id}`);
    const response = await api.call('POST', '/leads', { email: 'ann@acme.nl', source: 'list' });
    expect(response).toMatchObject({ status: 409, type: 'application/problem+json' });
    const later = '2026-11-22T13:00:00.000Z';
    api.now = later;
    await api.happened('ann@acme.nl', submission('whitepaper', { at: later, receivedAt: later }));
    expect((await api.call('GET', `/leads/${id}`)).status).toBe(200);
  });
});
