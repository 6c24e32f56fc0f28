import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type System, sharedSystem } from '../system.ts';

let system: System;
beforeAll(async () => {
  system = await sharedSystem();
});

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');

describe('signing in to the console through the OpenID provider', () => {
  it('opens the page that was asked for', async () => {
    const signedIn = await system.request('/_local/sign-in?as=Admin@kansrijk.test&to=/console/people');
    expect(signedIn.status).toBe(303);
    expect(signedIn.headers.get('location')).toBe('/console/people');
    const page = await system.request('/console/nothing', { headers: { cookie: cookiesOf(signedIn) } });
    expect(await page.text()).toContain('admin');
  });

  it.each([
    ['anna', 'Anna, sales'],
    ['bram', 'Bram, sales'],
    ['sanne', 'Sanne, marketing'],
  ])('lets %s of the invented company in', async (name, shown) => {
    const signedIn = await system.request(`/_local/sign-in?as=${name}@kansrijk.test`);
    expect(signedIn.headers.get('location')).toBe('/console');
    const page = await system.request('/console/nothing', { headers: { cookie: cookiesOf(signedIn) } });
    expect(await page.text()).toContain(shown);
  });

  it('is refused to somebody whom no admin added', async () => {
    const refused = await system.request('/_local/sign-in?as=nobody@else.test');
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('admin@kansrijk.test');
  });

  it('is open to a colleague from when an admin adds them until they are removed', async () => {
    const email = `carla-${randomUUID()}@kansrijk.test`;
    const cookie = cookiesOf(await system.request('/_local/sign-in?as=admin@kansrijk.test'));
    const send = (path: string, fields: Record<string, string>) =>
      system.request(path, {
        method: 'POST',
        headers: { cookie, origin: system.url },
        body: new URLSearchParams(fields),
      });
    expect((await send('/console/people', { email, name: 'Carla', role: 'sales' })).status).toBe(303);
    const carla = { cookie: cookiesOf(await system.request(`/_local/sign-in?as=${email}`)) };
    expect((await system.request('/console/nothing', { headers: carla })).status).toBe(404);
    const list = await (await system.request('/console/people', { headers: { cookie } })).text();
    const [, path = ''] = /href="(\/console\/people\/[^"]+)" aria-label="Change Carla"/.exec(list) ?? [];
    expect((await send(path, { action: 'remove' })).status).toBe(303);
    expect((await system.request('/console/nothing', { headers: carla })).status).toBe(302);
    expect((await system.request(`/_local/sign-in?as=${email}`)).status).toBe(403);
  });

  it('takes no code twice, and none with another state', async () => {
    const begun = await system.request('/console/sign-in');
    const headers = { cookie: cookiesOf(begun) };
    const issuer = begun.headers.get('location') ?? '';
    expect(new URL(issuer).searchParams.get('code_challenge_method')).toBe('S256');
    const back = await saysWho(issuer, 'admin@kansrijk.test');
    const forged = new URL(back);
    forged.searchParams.set('state', 'forged');
    const open = ({ pathname, search }: URL) => system.request(pathname + search, { headers });
    expect((await open(forged)).status).toBe(400);
    expect((await open(back)).status).toBe(303);
    expect((await open(back)).status).toBe(400);
  });
});

/** Goes through the issuer's pages. @returns where it sends the browser back */
async function saysWho(address: string, email: string): Promise<URL> {
  let [url, cookie] = [new URL(address), ''];
  while (url.pathname !== '/console/sign-in/back') {
    const isForm = url.pathname.startsWith('/sign-in/');
    const body = isForm ? new URLSearchParams({ email }) : undefined;
    const init = { method: body ? 'POST' : 'GET', redirect: 'manual', headers: { cookie } } as const;
    const response = await fetch(url, { ...init, ...(body && { body }) });
    cookie = cookiesOf(response) || cookie;
    url = new URL(response.headers.get('location') ?? '', url);
  }
  return url;
}
