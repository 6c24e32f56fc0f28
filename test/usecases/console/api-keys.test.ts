import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { NotAllowed } from '../../../shared/domain/console/viewer.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import { putApiKey } from '../../../shared/store/console/api-keys.ts';
import { logPage } from '../../../shared/store/console/log.ts';
import type { Table } from '../../../shared/store/table.ts';
import { apiKeySource } from '../../../shared/usecases/console/find-api-key.ts';
import { listApiKeys, makeApiKey, withdrawApiKey } from '../../../shared/usecases/console/keep-api-keys.ts';
import { NOW } from '../../domain/builders.ts';
import { viewers } from '../../functions/console/test-console.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { dyingTable, meanwhile } from '../faulty-table.ts';
import { metered } from '../metered-table.ts';

const { admin, marketing, sales } = viewers;
const crm = { name: 'CRM', scopes: ['read-leads', 'erase'] };
let table: ReturnType<typeof metered>;
let now: Instant;
let count = 0;
const system = (by: Table = table) => ({
  ...{ table: by, now: () => now, newToken: () => String(++count).padStart(22, '0') },
});

beforeEach(async () => {
  table = metered(await memoryTable());
  now = NOW;
});

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
async function madeKey(wanted = crm) {
  const made = await makeApiKey(system(), admin, wanted);
  if (made.result !== 'made') throw new Error(made.result);
  return hashOf(made.secret);
}

describe('an API key', () => {
  it('is shown once and stored only as a hash', async () => {
    const made = await makeApiKey(system(), admin, crm);
    const secret = made.result === 'made' ? made.secret : '';
    const [key] = await listApiKeys({ table }, admin);
    expect(key).toEqual({ ...crm, hash: hashOf(secret), madeBy: admin.email, madeAt: NOW });
    expect(JSON.stringify(key)).not.toContain(secret);
  });

  it('needs a name of its own and something that it may do', async () => {
    await madeKey();
    const wrong = (name: string, scopes: string[]) => makeApiKey(system(), admin, { name, scopes });
    expect(await wrong(' ', [])).toEqual({ result: 'invalid', name: 'missing', scopes: 'missing' });
    expect(await wrong(' crm', ['reports'])).toEqual({ result: 'invalid', name: 'taken' });
    await madeKey({ ...crm, name: 'Data lake' });
    for (const name of ['data  LAKE', 'Data\u00a0lake'])
      expect(await wrong(name, ['reports'])).toEqual({ result: 'invalid', name: 'taken' });
    expect(await wrong('BI', ['everything'])).toEqual({ result: 'invalid', scopes: 'missing' });
    expect(await listApiKeys({ table }, admin)).toHaveLength(2);
  });

  it('may have the name of one that was withdrawn', async () => {
    await withdrawApiKey(system(), admin, await madeKey());
    await madeKey();
    const keys = await listApiKeys({ table }, admin);
    expect(keys.map(({ withdrawnAt }) => withdrawnAt)).toEqual([undefined, NOW]);
  });

  it('is withdrawn once, and keeps who did it', async () => {
    const hash = await madeKey();
    const [one, other] = await Promise.all([
      withdrawApiKey(system(), admin, hash),
      withdrawApiKey(system(), { ...admin, email: 'other@kansrijk.test' }, hash),
    ]);
    expect(one).toMatchObject({ withdrawnAt: NOW });
    expect(other?.withdrawnBy).toBe(one?.withdrawnBy);
    now = plus(NOW, 1_000);
    expect(await withdrawApiKey(system(), admin, hash)).toEqual(one);
    expect(await withdrawApiKey(system(), admin, 'unknown')).toBeUndefined();
  });

  it('is made, seen and withdrawn by admins only', async () => {
    const hash = await madeKey();
    for (const viewer of [sales, marketing]) {
      await expect(makeApiKey(system(), viewer, crm)).rejects.toThrow(NotAllowed);
      await expect(listApiKeys({ table }, viewer)).rejects.toThrow(NotAllowed);
      await expect(withdrawApiKey(system(), viewer, hash)).rejects.toThrow(NotAllowed);
    }
  });

  it('is in the log when it is made and withdrawn', async () => {
    await withdrawApiKey(system(), admin, await madeKey());
    const search = { from: NOW.slice(0, 10), before: '2027' };
    const { entries } = await logPage(table, search, { limit: 5 });
    expect(entries.map(({ kind, about }) => `${kind} ${about}`).sort()).toEqual([
      'key-made CRM',
      'key-withdrawn CRM',
    ]);
  });
});

describe('the name of an API key', () => {
  /** The calls of making a key whose name nobody has. */
  const CALLS = [1, 2, 3, 4, 5];
  const make = (by: Table = table) => makeApiKey(system(by), admin, crm);
  const working = async () =>
    (await listApiKeys({ table }, admin)).filter(({ withdrawnAt }) => withdrawnAt === undefined);

  it('belongs to one of many that are made at once', async () => {
    const names = ['CRM', 'crm', ' Crm ', 'CRM', 'cRM'];
    const made = await Promise.all(names.map((name) => makeApiKey(system(), admin, { ...crm, name })));
    expect(made.filter(({ result }) => result === 'made')).toHaveLength(1);
    expect(await listApiKeys({ table }, admin)).toHaveLength(1);
  });

  it.each(CALLS)('belongs to one key when another is made before call %i', async (call) => {
    const others: unknown[] = [];
    const slow = await make(meanwhile(table, call, async () => others.push((await make()).result)));
    expect([slow.result, ...others].sort()).toEqual(['invalid', 'made']);
    expect(await working()).toHaveLength(1);
    expect(await listApiKeys({ table }, admin)).toHaveLength(1);
  });

  it.each(CALLS.flatMap((call) => [[call, 'before'] as const, [call, 'after'] as const]))(
    'is free again when its maker died at call %i, %s it was done',
    async (call, when) => {
      await expect(make(dyingTable(table, call, when))).rejects.toThrow();
      const isMade = (await working()).length === 1;
      expect(isMade).toBe(call === CALLS.length && when === 'after');
      expect((await make()).result).toBe(isMade ? 'invalid' : 'made');
      expect(await working()).toHaveLength(1);
      for (const { hash } of await working()) await withdrawApiKey(system(), admin, hash);
      expect((await make()).result).toBe('made');
      expect(await working()).toHaveLength(1);
    },
  );

  it('can be made, withdrawn and made again and again, and by one of two at once', async () => {
    for (let n = 0; n < 3; n++) {
      await withdrawApiKey(system(), admin, await madeKey());
      expect(await working()).toEqual([]);
    }
    const made = await Promise.all([make(), make()]);
    expect(made.map(({ result }) => result).sort()).toEqual(['invalid', 'made']);
  });

  it('is also that of a key from before names were reserved, until it is withdrawn', async () => {
    const old = { ...crm, scopes: ['reports' as const], hash: hashOf('old'), madeBy: 'x', madeAt: NOW };
    await putApiKey(table, old);
    expect(await Promise.all([make(), make()])).toEqual(Array(2).fill({ result: 'invalid', name: 'taken' }));
    await withdrawApiKey(system(), admin, old.hash);
    expect((await make()).result).toBe('made');
  });
});

describe('looking up an API key', () => {
  it('costs half a read unit a minute, and one write a day', async () => {
    const hash = await madeKey();
    const find = apiKeySource(system());
    table.read = 0;
    table.writes = 0;
    for (let n = 0; n < 100; n++) await find(hash);
    expect(table.read).toBe(0.5);
    expect(table.writes).toBe(1);
    now = plus(NOW, 61_000);
    await find(hash);
    expect(table.read).toBe(1);
    expect(table.writes).toBe(1);
    expect((await listApiKeys({ table }, admin))[0]?.lastUsed).toBe(NOW.slice(0, 10));
  });

  it('finds no longer than a minute that a withdrawn key works', async () => {
    const hash = await madeKey();
    const find = apiKeySource(system());
    await find(hash);
    await withdrawApiKey(system(), admin, hash);
    now = plus(NOW, 60_000);
    expect(await find(hash)).toMatchObject({ withdrawnAt: NOW });
  });

  it('does not fail when the day cannot be marked', async () => {
    const hash = await madeKey();
    const refusing = {
      name: table.name,
      call: (operation: string, input: never) =>
        operation === 'UpdateItem'
          ? Promise.reject(new Error('down'))
          : table.call(operation as 'GetItem', input),
    } as typeof table;
    expect(await apiKeySource({ table: refusing, now: () => now })(hash)).toMatchObject({ name: 'CRM' });
  });
});
