import { beforeAll, describe, expect, it } from 'vitest';
import type { Identified } from '../../../../shared/gateways/console/open-id.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { addPerson } from '../../../../shared/usecases/console/add-person.ts';
import { changeRole } from '../../../../shared/usecases/console/change-role.ts';
import { endSessions } from '../../../../shared/usecases/console/end-sessions.ts';
import { listPeople } from '../../../../shared/usecases/console/list-people.ts';
import { removePerson } from '../../../../shared/usecases/console/remove-person.ts';
import { memoryTable } from '../../../store/memory-table.ts';
import { type Browser, consoleWithSignIn } from '../browser.ts';
import { ORIGIN, viewers } from '../test-console.ts';

const ANNA = 'anna@kansrijk.test';
const HOUR = 3_600_000;
let table: Table;
beforeAll(async () => {
  table = await memoryTable();
});

/** A console in which Anna works in sales, and her browser, signed in. */
async function signedIn() {
  const test = consoleWithSignIn(await memoryTable());
  await addPerson(test.people, viewers.admin, { email: ANNA, name: 'Anna', role: 'sales' });
  const browser = test.browser();
  test.issuer.says({ result: 'identified', email: ANNA, name: undefined });
  await browser.signsIn();
  const [anna] = (await listPeople(test.people, viewers.admin)).filter(({ email }) => email === ANNA);
  return { ...test, browser, id: anna?.id ?? '' };
}

const isIn = async (browser: Browser) => (await browser.get('/console/nothing')).status === 404;

describe('somebody who asks for a page', () => {
  it('signs in first, and comes back to that page', async () => {
    const { issuer, browser: another } = await signedIn();
    expect(issuer.begun).toBe(1);
    const stranger = consoleWithSignIn(table).browser();
    const asked = await stranger.get('/console/leads?stage=mql&q=a%26b');
    expect(asked.status).toBe(302);
    const signIn = asked.headers.get('location') ?? '';
    expect((await stranger.get(signIn)).headers.get('location')).toContain('https://issuer.test/');
    expect(await isIn(another)).toBe(true);
  });

  it('comes back to what they asked for', async () => {
    const test = consoleWithSignIn(table);
    test.issuer.says({ result: 'identified', email: 'admin@kansrijk.test', name: 'Ada' });
    const back = await test.browser().signsIn('/console/leads?stage=mql&q=a%26b');
    expect(back.status).toBe(303);
    expect(back.headers.get('location')).toBe('/console/leads?stage=mql&q=a%26b');
  });

  it.each([
    ['//evil.test'],
    ['/\\evil.test'],
    ['https://evil.test/console'],
    ['https:/console'],
    ['javascript:alert(1)'],
    ['/console/..//evil.test'],
    ['/console/%2e%2e//evil.test'],
    ['/\t/evil.test'],
    ['/consolexyz'],
    ['/handover/token'],
    ['/console/sign-out'],
    ['/console/sign-in'],
  ])('is led to no other place: %j', async (to) => {
    const test = consoleWithSignIn(table);
    test.issuer.says({ result: 'identified', email: 'admin@kansrijk.test', name: 'Ada' });
    expect((await test.browser().signsIn(to)).headers.get('location')).toBe('/console');
  });

  it('is told to load anew when only a part of the page was asked for', async () => {
    const part = await consoleWithSignIn(table)
      .browser()
      .get('/console/leads?q=an', { 'hx-request': 'true', 'hx-current-url': `${ORIGIN}/console/leads` });
    expect(part.status).toBe(401);
    expect(part.headers.get('hx-redirect')).toBe('/console/sign-in?to=%2Fconsole%2Fleads');
  });
});

describe('the cookie of a session', () => {
  it('is for this host only, for no script, and for 12 hours', async () => {
    const test = consoleWithSignIn(table);
    test.issuer.says({ result: 'identified', email: 'admin@kansrijk.test', name: 'Ada' });
    const cookies = (await test.browser().signsIn()).headers.getSetCookie();
    const session = cookies.find((line) => line.startsWith('__Host-kansrijk=')) ?? '';
    for (const part of ['Max-Age=43200', 'Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'])
      expect(session).toContain(part);
    expect(session).not.toContain('Domain');
  });

  it('opens nothing after 12 hours', async () => {
    const { browser, clock } = await signedIn();
    clock.advance(12 * HOUR - 1_000);
    expect(await isIn(browser)).toBe(true);
    clock.advance(2_000);
    expect(await isIn(browser)).toBe(false);
  });

  it('opens nothing in another stage, nor in another deployment', async () => {
    const { browser, people } = await signedIn();
    for (const other of [{ stack: 'Kansrijk-test' }, { key: 'another key' }]) {
      const elsewhere = consoleWithSignIn(people.table, other).browser(browser.cookies);
      expect(await isIn(elsewhere)).toBe(false);
    }
    expect(await isIn(consoleWithSignIn(people.table).browser(browser.cookies))).toBe(true);
  });

  it('opens nothing when it was changed, or is the one of a sign-in under way', async () => {
    const { browser } = await signedIn();
    const token = browser.cookies.get('__Host-kansrijk') ?? '';
    browser.cookies.set('__Host-kansrijk', `${token.slice(0, -3)}AAA`);
    expect(await isIn(browser)).toBe(false);
    await browser.get('/console/sign-in');
    browser.cookies.set('__Host-kansrijk', browser.cookies.get('__Host-kansrijk-sign-in') ?? '');
    expect(await isIn(browser)).toBe(false);
  });
});

describe('what an admin changes about somebody', () => {
  it('holds at the next request: the role', async () => {
    const { browser, people, id } = await signedIn();
    const name = async () => /Anna, \w+/.exec(await (await browser.get('/console/nothing')).text())?.[0];
    expect(await name()).toBe('Anna, sales');
    await changeRole(people, viewers.admin, id, { before: 'sales', role: 'marketing' });
    expect(await name()).toBe('Anna, marketing');
  });

  it('holds at the next request: the end of all sessions, and they can sign in again', async () => {
    const { browser, people, id, clock } = await signedIn();
    clock.advance(1_000);
    await endSessions(people, viewers.admin, id);
    expect(await isIn(browser)).toBe(false);
    clock.advance(1_000);
    await browser.signsIn();
    expect(await isIn(browser)).toBe(true);
  });

  it('holds at the next request: the removal, also when they are added again', async () => {
    const { browser, people, id, clock } = await signedIn();
    clock.advance(1_000);
    await removePerson(people, viewers.admin, id);
    expect(await isIn(browser)).toBe(false);
    await addPerson(people, viewers.admin, { email: ANNA, name: 'Anna', role: 'sales' });
    expect(await isIn(browser)).toBe(false);
  });
});

describe('a sign-in', () => {
  it('is refused with a state that is not the one that was begun', async () => {
    const { browser, issuer } = await signedIn();
    await browser.get('/console/sign-in');
    const back = await browser.get('/console/sign-in/back?code=any&state=forged');
    expect(back.status).toBe(400);
    expect(await back.text()).toContain('Start again');
    expect(issuer.refused).toBe(1);
  });

  it('works once, and only in the browser that began it', async () => {
    const test = consoleWithSignIn(table);
    test.issuer.says({ result: 'identified', email: 'admin@kansrijk.test', name: 'Ada' });
    const browser = test.browser();
    await browser.get('/console/sign-in');
    const back = `/console/sign-in/back?code=one&state=${test.issuer.state}`;
    expect((await test.browser().get(back)).status).toBe(400);
    expect((await browser.get(back)).status).toBe(303);
    expect((await browser.get(back)).status).toBe(400);
  });

  it('has ten minutes', async () => {
    const test = consoleWithSignIn(table);
    const browser = test.browser();
    await browser.get('/console/sign-in');
    test.clock.advance(601_000);
    expect((await browser.get(`/console/sign-in/back?code=one&state=${test.issuer.state}`)).status).toBe(400);
  });

  it.each<[string, Identified, number, RegExp]>([
    ['nobody listed', { result: 'identified', email: 'x@else.test', name: 'X' }, 403, /admin@kansrijk\.test/],
    ['has no confirmed address', { result: 'unverified' }, 403, /not confirmed/],
    ['gave up at the issuer', { result: 'refused' }, 400, /Start again/],
  ])('of somebody who %s opens nothing and says what to do', async (_, says, status, text) => {
    const test = consoleWithSignIn(table);
    test.issuer.says(says);
    const browser = test.browser();
    const back = await browser.signsIn();
    expect(back.status).toBe(status);
    expect(await back.text()).toMatch(text);
    expect(await isIn(browser)).toBe(false);
  });

  it('says to try again when the issuer does not answer', async () => {
    const test = consoleWithSignIn(table);
    test.issuer.fails();
    expect((await test.browser().get('/console/sign-in')).status).toBe(503);
  });
});

describe('a form that is sent after the session ended', () => {
  it('keeps what was typed until somebody has signed in', async () => {
    const { browser, people, id, clock } = await signedIn();
    clock.advance(1_000);
    await endSessions(people, viewers.admin, id);
    const page = await browser.post('/console/leads/1?tab=notes', { text: 'Calls "back" <soon>' });
    expect(page.status).toBe(401);
    const html = await page.text();
    expect(html).toContain('value="Calls &quot;back&quot; &lt;soon&gt;"');
    expect(html).toContain('action="/console/leads/1?tab=notes"');
    expect(html).toContain('target="_blank"');
  });

  it('loses nothing of what was typed when nobody can look up who sent it', async () => {
    const { browser, people } = await signedIn();
    const down = async () => {
      throw new Error('no answer');
    };
    const slow = consoleWithSignIn({ name: people.table.name, call: down }).browser(browser.cookies);
    const page = await slow.post('/console/leads/1', { text: 'Calls back' });
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('value="Calls back"');
  });

  it('is refused from a page of another website', async () => {
    const { browser } = await signedIn();
    const sent = await browser.post('/console/sign-out', {}, { origin: 'https://evil.test' });
    expect(sent.status).toBe(403);
    expect(await isIn(browser)).toBe(true);
  });
});

describe('somebody who signs out', () => {
  it('is out, and the issuer asks again who it is', async () => {
    const { browser, issuer } = await signedIn();
    expect((await browser.post('/console/sign-out', {})).status).toBe(200);
    expect(await isIn(browser)).toBe(false);
    await browser.get('/console/sign-in');
    expect(issuer.askedAgain).toBe(true);
  });
});
