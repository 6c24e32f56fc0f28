import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findFreePorts } from '../../../infra/local/ports.ts';
import { startTwin, type Twin, type TwinOptions } from '../../../infra/local/twin.ts';
import { visitsAssembly } from './visits-assembly.ts';

const assembly = visitsAssembly();
const twins: Twin[] = [];
afterEach(async () => {
  for (const twin of twins.splice(0)) await twin.stop();
});

async function start(data = 'memory', more: Partial<TwinOptions> = {}) {
  const twin = await startTwin({ port: await findFreePorts(), data, assembly, ...more });
  twins.push(twin);
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${twin.addresses.api}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined };
  };
  const visits = async (id: string) => {
    await call('GET', '/_local/settled');
    const { body } = await call('GET', `/visits/${id}`);
    return body.Items.map((item: { SK: { S: string } }) => item.SK.S);
  };
  return { twin, call, visits };
}

describe('the twin', () => {
  it('runs a request through the API, a function, the table, its stream and the next function', async () => {
    const { call, visits } = await start();
    expect(await call('POST', '/visits/1')).toMatchObject({ status: 204 });
    expect(await visits('1')).toEqual(['E#1', 'SEEN']);
  });

  it('counts usage since the last reset', async () => {
    const { call, visits } = await start();
    await call('POST', '/visits/1');
    await visits('1');
    const { body } = await call('GET', '/_local/usage');
    expect(body.calls).toEqual({ dynamodb: { PutItem: 2, Query: 1 } });
    expect(body.invocations).toEqual({ keep: 1, react: 1, read: 1 });
    expect(body.units['Test-Table']).toMatchObject({ write: 2 });
    await call('DELETE', '/_local/usage');
    expect((await call('GET', '/_local/usage')).body).toEqual({ units: {}, calls: {}, invocations: {} });
  });

  it('keeps its data, its time and unfinished work after a restart', async () => {
    const data = join(mkdtempSync(join(tmpdir(), 'twin-data-')), 'data');
    const before = await start(data);
    await before.call('POST', '/visits/1');
    const { body } = await before.call('POST', '/_local/clock', { advance: '7d' });
    await before.call('POST', '/visits/2');
    await twins.pop()?.stop();
    const after = await start(data);
    expect(await after.visits('1')).toEqual(['E#1', 'SEEN']);
    expect(await after.visits('2')).toEqual(['E#1', 'SEEN']);
    const { now } = (await after.call('GET', '/_local/clock')).body;
    expect(Date.parse(now)).toBeGreaterThanOrEqual(Date.parse(body.now));
  });

  it('can stop in the middle of moving time, with an error for the caller', async () => {
    const { twin } = await start();
    const moved = expect(twin.advance(365 * 86_400_000)).rejects.toThrow('the twin stops');
    await twins.pop()?.stop();
    await moved;
  });

  it('returns 500 for a crashed function, and keeps what it did before the crash', async () => {
    const { call, visits } = await start();
    const fault = { service: 'dynamodb', function: 'keep', kind: 'crash-after', times: 1 };
    expect(await call('POST', '/_local/faults', fault)).toMatchObject({ status: 200 });
    expect(await call('POST', '/visits/1')).toEqual({
      status: 500,
      body: { message: 'Internal Server Error' },
    });
    expect(await visits('1')).toEqual(['E#1', 'SEEN']);
    expect(await call('POST', '/visits/2')).toMatchObject({ status: 204 });
  });

  it('retries a stream batch when the function failed', async () => {
    const { call, visits } = await start();
    await call('POST', '/_local/faults', {
      service: 'dynamodb',
      function: 'react',
      kind: 'throttle',
      times: 2,
    });
    await call('POST', '/visits/1');
    expect(await visits('1')).toEqual(['E#1', 'SEEN']);
  });

  it('invokes a function by its short name with a given event', async () => {
    const { call } = await start();
    const event = { pathParameters: { id: '7' } };
    expect((await call('POST', '/_local/invoke/keep', event)).body).toEqual({
      ok: true,
      payload: { statusCode: 204 },
    });
    expect(await call('POST', '/_local/invoke/nobody', event)).toEqual({
      status: 404,
      body: { error: 'there is no function nobody; there are keep, react, read' },
    });
  });

  it('has a configurable sending quota', async () => {
    const { call } = await start('memory', { ses: { dailyQuota: 5 } });
    const usual = { dailyQuota: 50_000, rate: 14, sent: 0 };
    expect((await call('GET', '/_local/quota')).body).toEqual({ ...usual, dailyQuota: 5 });
    expect((await call('POST', '/_local/quota', { rate: 2 })).body).toEqual({
      dailyQuota: 5,
      rate: 2,
      sent: 0,
    });
    expect((await call('DELETE', '/_local/quota')).body).toEqual(usual);
  });

  it.each([
    ['/_local/clock', { advance: '7 weeks' }, 'advance: must be a span such as 7d, 12h or 20m'],
    ['/_local/clock', { to: 1 }, 'advance: '],
    ['/_local/quota', { dailyQuota: 0.5 }, 'dailyQuota: '],
    ['/_local/quota', { rate: 0 }, 'rate: '],
    ['/_local/faults', { service: 'dns', kind: 'error' }, 'service: '],
    ['/_local/faults', { service: 'ses', kind: 'error', times: 0 }, 'times: '],
    ['/_local/faults', { service: 'ses', kind: 'error', function: 'nobody' }, 'function: there is no'],
  ])('names the invalid field: POST %s %j', async (path, body, error) => {
    const { call } = await start();
    expect(await call('POST', path, body)).toEqual({
      status: 400,
      body: { error: expect.stringContaining(error) },
    });
  });

  it('says which ports are in use', async () => {
    const { twin } = await start();
    const second = startTwin({ port: twin.ports.api, data: 'memory', assembly });
    await expect(second).rejects.toThrow(`Ports ${twin.ports.api} (the API), `);
  });
});

describe('the start page', () => {
  it('shows what runs, in the requested language', async () => {
    const { twin } = await start();
    const page = async (query: string, language = 'en') => {
      const headers = { 'accept-language': language };
      return (await fetch(`${twin.addresses.api}/${query}`, { headers })).text();
    };
    const english = await page('');
    for (const text of ['<html lang="en">', 'POST /visits/{id}', twin.addresses.inbox, 'Nothing failed'])
      expect(english).toContain(text);
    expect(await page('', 'nl-NL,nl;q=0.9')).toContain('<html lang="nl">');
    expect(await page('?lang=nl')).toContain('Een week later');
  });
});
