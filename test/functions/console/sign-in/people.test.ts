import { describe, expect, it } from 'vitest';
import type { AwsCall } from '../../../../shared/gateways/aws-call.ts';
import { getPerson, listPeople } from '../../../../shared/store/console/people.ts';
import { testConsole, viewers } from '../test-console.ts';

const ANNA = { email: 'Anna@Kansrijk.test ', name: 'Anna', role: 'sales', member: 'anna' };

/** A console whose user pool remembers who is in it; the next calls can be made to fail. */
async function withPool() {
  const users = new Set<string>();
  let failures = 0;
  const call: AwsCall = async (operation, input) => {
    if (failures-- > 0) throw Object.assign(new Error(), { name: 'TooManyRequestsException' });
    const { Username: name } = input as { Username: string };
    const isThere = users.has(name);
    if (operation === 'AdminCreateUser' && isThere)
      throw Object.assign(new Error(), { name: 'UsernameExistsException' });
    if (operation === 'AdminDeleteUser' && !isThere)
      throw Object.assign(new Error(), { name: 'UserNotFoundException' });
    if (operation === 'AdminCreateUser') users.add(name);
    else users.delete(name);
  };
  const test = await testConsole(viewers.admin, { pool: { id: 'pool', call } });
  const idOf = async (name: string) => {
    const html = await (await test.get('/console/people')).text();
    return new RegExp(`href="(/console/people/[^"?]+)" aria-label="Change ${name}"`).exec(html)?.[1] ?? '';
  };
  const fail = (times: number) => {
    failures = times;
  };
  return { ...test, users, idOf, fail };
}

describe('the list of people', () => {
  it('is for admins only, whichever way it is asked for', async () => {
    for (const viewer of [viewers.sales, viewers.marketing]) {
      const test = await testConsole(viewer);
      expect((await test.get('/console/people')).status).toBe(403);
      expect((await test.get('/console/people/id')).status).toBe(403);
      expect((await test.post('/console/people', ANNA)).status).toBe(403);
      for (const action of ['change', 'end-sessions', 'remove'])
        expect((await test.post('/console/people/id', { action })).status).toBe(403);
      expect(await listPeople(test.table)).toEqual([]);
    }
  });

  it('has the admins of the settings, who cannot be changed or removed', async () => {
    const test = await testConsole();
    const html = await (await test.get('/console/people')).text();
    expect(html).toContain('set in company.ts');
    const path = /href="(\/console\/people\/[^"]+)"/.exec(html)?.[1] ?? '';
    expect(await (await test.get(path)).text()).not.toContain('name="before"');
    const removed = await test.post(path, { action: 'remove' });
    expect(removed.headers.get('location')).toBeNull();
    expect(await removed.text()).toContain('The settings in company.ts name this person');
    expect(await (await test.get('/console/people')).text()).toContain('admin@kansrijk.test');
  });
});

describe('whoever is not in the list', () => {
  it.each(['x', 'x'.repeat(1_500), '%F0%9F%98%80'.repeat(400)])(
    'has no page and no sessions: %#',
    async (id) => {
      const { get, post, failures } = await testConsole();
      expect((await get(`/console/people/${id}`)).status).toBe(404);
      for (const action of ['change', 'end-sessions'])
        expect((await post(`/console/people/${id}`, { action })).status).toBe(404);
      expect((await post(`/console/people/${id}`, { action: 'remove' })).status).toBe(303);
      expect(failures).toEqual([]);
    },
  );
});

describe('adding somebody', () => {
  it('lets them sign in, by their address as mail is sent to it', async () => {
    const { post, users, table } = await withPool();
    expect((await post('/console/people', ANNA)).headers.get('location')).toBe('/console/people?done=added');
    expect([...users]).toEqual(['anna@kansrijk.test']);
    expect(await listPeople(table)).toMatchObject([
      {
        email: 'anna@kansrijk.test',
        name: 'Anna',
        role: 'sales',
        member: 'anna',
        addedBy: viewers.admin.email,
      },
    ]);
  });

  it('twice by the same form is once', async () => {
    const { post, table } = await withPool();
    for (const _ of [1, 2]) expect((await post('/console/people', ANNA)).status).toBe(303);
    expect(await listPeople(table)).toHaveLength(1);
  });

  it.each([
    ['no address', { email: 'anna' }, 'This is no e-mail address'],
    ['no name', { name: '  ' }, 'Give the name'],
    [
      'the address of an admin of the settings',
      { email: 'ADMIN@kansrijk.test' },
      'in the list already, as admin',
    ],
  ])('with %s is refused and keeps what was typed', async (_, wrong, text) => {
    const { post, table } = await withPool();
    const page = await post('/console/people', { ...ANNA, role: 'marketing', ...wrong });
    const html = await page.text();
    expect(page.status).toBe(422);
    expect(html).toContain(text);
    expect(html).toContain('<option value="marketing" selected=""');
    expect(await listPeople(table)).toEqual([]);
  });

  it('who is there says as what', async () => {
    const { post } = await withPool();
    await post('/console/people', ANNA);
    const again = await post('/console/people', { ...ANNA, name: 'Ann', role: 'admin' });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('Anna is in the list already, as sales');
  });

  it('works at the second try when the pool refused at first, and loses nothing that was typed', async () => {
    const { post, fail, users, table } = await withPool();
    fail(1);
    const page = await post('/console/people', ANNA);
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('value="Anna"');
    expect(await listPeople(table)).toEqual([]);
    expect((await post('/console/people', ANNA)).status).toBe(303);
    expect(users.size).toBe(1);
  });
});

describe('changing a role', () => {
  it('by two admins at once: one wins, and the other sees who and what', async () => {
    const { post, idOf } = await withPool();
    await post('/console/people', ANNA);
    const path = await idOf('Anna');
    const change = { action: 'change', before: 'sales', member: '' };
    expect((await post(path, { ...change, role: 'marketing' })).status).toBe(303);
    const late = await post(path, { ...change, role: 'admin' });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('admin@kansrijk.test meanwhile made the role marketing');
  });

  it('sent twice is once', async () => {
    const { post, idOf } = await withPool();
    await post('/console/people', ANNA);
    const path = await idOf('Anna');
    const change = { action: 'change', before: 'sales', role: 'admin', member: 'anna' };
    for (const _ of [1, 2]) expect((await post(path, change)).status).toBe(303);
  });
});

describe('removing somebody', () => {
  it('asks once more, and forgets them in the pool too', async () => {
    const { post, get, idOf, users, table } = await withPool();
    await post('/console/people', ANNA);
    const path = await idOf('Anna');
    expect(await (await get(`${path}?remove`)).text()).toContain('Remove Anna?');
    expect(await listPeople(table)).toHaveLength(1);
    for (const _ of [1, 2]) expect((await post(path, { action: 'remove' })).status).toBe(303);
    expect(await listPeople(table)).toEqual([]);
    expect(users.size).toBe(0);
  });

  it('ends access at once, and can be finished later when the pool refused', async () => {
    const { post, get, idOf, fail, users, table } = await withPool();
    await post('/console/people', ANNA);
    const path = await idOf('Anna');
    fail(1);
    expect((await post(path, { action: 'remove' })).status).toBe(503);
    const id = path.split('/').at(-1) ?? '';
    expect((await getPerson(table, id))?.role).toBeUndefined();
    expect(await (await get('/console/people')).text()).toContain('removal not finished');
    await post(path, { action: 'remove' });
    expect(await listPeople(table)).toEqual([]);
    expect(users.size).toBe(0);
  });
});
