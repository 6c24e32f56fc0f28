import { beforeEach, describe, expect, it } from 'vitest';
import { answer } from '../../../functions/preferences/answer.ts';
import { isErased } from '../../../shared/domain/identity/lead.ts';
import type { Profile } from '../../../shared/domain/identity/profile.ts';
import { applyReport } from '../../../shared/domain/nurture/feedback.ts';
import { plus } from '../../../shared/domain/time.ts';
import { getLead, putLead } from '../../../shared/store/identity/leads.ts';
import { linkVisitor } from '../../../shared/store/identity/links.ts';
import { getProfile, putProfile } from '../../../shared/store/identity/profiles.ts';
import { changeMailing } from '../../../shared/store/nurture/mailing.ts';
import { getMail, recordDelivery } from '../../../shared/store/nurture/mails.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putLeadEvent, putVisitorEvent } from '../../../shared/store/tracking/events.ts';
import { unsubscribe } from '../../../shared/usecases/identity/unsubscribe.ts';
import { LEAD, NOW, stay, VISITOR } from '../../domain/builders.ts';
import { Crash, crashingTable, refusingTo } from '../../usecases/faulty-table.ts';
import { refusingTable } from '../../usecases/forms/forms-system.ts';
import { jobsOf } from '../../usecases/job-system.ts';
import { request, sends, testPages } from './system.ts';

const ROUTES = ['confirm', 'unsubscribe', 'preferences'];
const UNKNOWN = 'AAAAAAAAAAAAAAAAAAAAAA';
const oneClick = sends(['List-Unsubscribe', 'One-Click']);

let test: Awaited<ReturnType<typeof testPages>>;
beforeEach(async () => {
  test = await testPages();
});

async function changeProfile(values: Profile['values']): Promise<void> {
  const profile = await getProfile(test.table, LEAD);
  if (profile) await putProfile(test.table, { ...profile, values, version: profile.version + 1 });
}

describe.each(ROUTES)('a request for /%s/{mail}', (route) => {
  it.each(['GET', 'HEAD'])('with %s changes nothing', async (method) => {
    const { statusCode } = await test.ask(`${method} /${route}/{mail}`);
    await test.ask(`${method} /${route}/{mail}`, { queryStringParameters: { format: 'json', do: 'erase' } });
    expect(statusCode).toBe(200);
    expect(test.writes).toEqual([]);
  });

  it('is a private page without a script, of less than 30 KB', async () => {
    const { headers, body = '' } = await test.ask(`GET /${route}/{mail}`);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    });
    expect(body.length).toBeLessThan(30_000);
    expect(body).not.toMatch(/<script|<link|<img|src=|style="/);
  });

  it.each(['GET', 'POST'])(
    'with %s about an unknown or altered mail is a page that says so',
    async (method) => {
      for (const id of [UNKNOWN, '', 'x', `${test.sent.id}a`, '//evil.example', '../api']) {
        const { statusCode, body } = await test.ask(
          `${method} /${route}/{mail}`,
          sends(['do', 'erase'], ['sure', 'yes']),
          id,
        );
        expect(statusCode).toBe(404);
        expect(body).not.toContain('evil');
      }
      expect(test.writes).toEqual([]);
    },
  );

  it('apologises while the table does not respond, and lets people try again', async () => {
    const over = { ...test.system, table: refusingTable };
    const { statusCode, headers, body } = await answer(
      over,
      request(`POST /${route}/{mail}`, test.sent.id, sends(['do', 'unsubscribe'])),
    );
    expect(statusCode).toBe(503);
    expect(headers).toMatchObject({ 'retry-after': '5' });
    expect(body).toContain(`action="/${route}/${test.sent.id}"`);
    expect(test.complaints).toEqual(['change-not-kept']);
  });

  it.each(['lang', 'locale', '_locale'])(
    'uses the language that its address asks for by %s',
    async (name) => {
      const { ask } = await testPages('en', 'pending');
      const { body } = await ask(`GET /${route}/{mail}`, { queryStringParameters: { [name]: 'nl' } });
      expect(body).toContain('<html lang="nl">');
      const forms = body?.match(/action="[^"]*/g);
      expect(forms?.filter((form) => !form.endsWith('?lang=nl'))).toEqual([]);
    },
  );

  it('does not claim, after a failure, that nothing has changed, and lets people try again without fields too', async () => {
    const over = { ...test.system, table: refusingTable };
    const { body } = await answer(over, request(`POST /${route}/{mail}`, test.sent.id));
    expect(body).toContain('It may not have been done yet.');
    expect(body).toContain(`action="/${route}/${test.sent.id}"`);
  });

  it('uses the language of the lead', async () => {
    const dutch = await testPages('nl');
    const { body } = await dutch.ask(`GET /${route}/{mail}`, { headers: { 'accept-language': 'en' } });
    expect(body).toContain('<html lang="nl">');
  });
});

describe('unsubscribing', () => {
  it('with one click in a mail program works at once, without cookies or login', async () => {
    expect((await test.ask('POST /unsubscribe/{mail}', oneClick)).statusCode).toBe(200);
    expect(await test.mailing()).toMatchObject({ suppressed: { why: 'unsubscribed', at: NOW } });
    expect(await test.consents()).toMatchObject([
      { to: 'withdrawn', how: 'one-click', at: NOW, mail: test.sent.id },
    ]);
  });

  it('works as multipart, and with no body at all', async () => {
    const body = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--';
    await test.ask('POST /unsubscribe/{mail}', {
      body,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(await test.consents()).toHaveLength(1);
    const other = await testPages();
    await other.ask('POST /unsubscribe/{mail}');
    expect(await other.consents()).toHaveLength(1);
  });

  it('on the page is recorded differently from one click', async () => {
    await test.ask('POST /unsubscribe/{mail}', sends(['List-Unsubscribe', 'One-Click'], ['from', 'page']));
    expect(await test.consents()).toMatchObject([{ how: 'unsubscribe-page' }]);
  });

  it('twice changes nothing more', async () => {
    await test.ask('POST /unsubscribe/{mail}', oneClick);
    test.system.now = () => plus(NOW, 60_000);
    await test.ask('POST /unsubscribe/{mail}', oneClick);
    expect(await test.consents()).toHaveLength(1);
  });

  it('works when no playbook can be read', async () => {
    test.system.playbook = () => Promise.reject(new Error('none'));
    expect((await test.ask('POST /unsubscribe/{mail}', oneClick)).statusCode).toBe(200);
    expect(await test.consents()).toHaveLength(1);
  });

  it('is completed by repeating it, whatever call the process died at', async () => {
    for (let call = 1; ; call++) {
      const { system, sent, consents, mailing } = await testPages();
      const over = { ...system, table: crashingTable(system.table, call, 'after') };
      const died = await unsubscribe(over, sent.id, 'one-click').catch((error) => error);
      await unsubscribe(system, sent.id, 'one-click');
      expect(await consents()).toHaveLength(1);
      expect((await mailing()).suppressed).toBeDefined();
      if (!(died instanceof Crash)) return;
    }
  });
});

describe('confirming', () => {
  it('grants the permission, with the mail as proof', async () => {
    const pending = await testPages('en', 'pending');
    const { body } = await pending.ask('GET /confirm/{mail}');
    expect(body).toContain('Yes, mail me tips');
    await pending.ask('POST /confirm/{mail}');
    expect(await pending.consents()).toMatchObject([
      { to: 'granted', how: 'confirmation', at: NOW, mail: pending.sent.id },
    ]);
  });

  it('again changes nothing, and the link says that it is done', async () => {
    await test.ask('POST /confirm/{mail}');
    expect(await test.consents()).toEqual([]);
    const { body } = await test.ask('GET /confirm/{mail}');
    expect(body).toContain('you are signed up');
    expect(body).not.toContain('<button');
  });

  it('after unsubscribing lifts the suppression', async () => {
    await test.ask('POST /unsubscribe/{mail}', oneClick);
    test.system.now = () => plus(NOW, 60_000);
    await test.ask('POST /preferences/{mail}', sends(['do', 'subscribe']));
    expect(await test.consents()).toMatchObject([{ to: 'withdrawn' }, { to: 'granted', how: 'preferences' }]);
    expect((await test.mailing()).suppressed).toBeUndefined();
  });
});

describe('preferences', () => {
  it('store the subjects and a pause', async () => {
    await test.ask('POST /preferences/{mail}', sends(['do', 'save'], ['subject', 'tips'], ['pause', '4']));
    const { subjects, pausedUntil } = await test.mailing();
    expect(subjects).toMatchObject({ tips: true });
    expect(Object.values(subjects).filter(Boolean)).toHaveLength(1);
    expect(pausedUntil).toBe(plus(NOW, 28 * 86_400_000));
    await test.ask('POST /preferences/{mail}', sends(['do', 'save'], ['pause', '']));
    expect((await test.mailing()).pausedUntil).toBe(pausedUntil);
    await test.ask('POST /preferences/{mail}', sends(['do', 'save'], ['pause', '0']));
    expect((await test.mailing()).pausedUntil).toBeUndefined();
  });

  it('show what was just saved, before scoring knows of it', async () => {
    const pending = await testPages('en', 'pending');
    const { body = '' } = await pending.ask(
      'POST /preferences/{mail}',
      sends(['do', 'save'], ['subject', 'tips'], ['subject', 'invented']),
    );
    const ticked = [...body.matchAll(/<input type="checkbox"[^>]*>/g)].filter(([box]) =>
      box.includes('checked'),
    );
    expect(ticked.map(([box]) => /value="(\w+)"/.exec(box)?.[1])).toEqual(['tips']);
    expect(body).not.toContain('not confirmed');
  });

  it('do not call somebody unconfirmed who confirmed something else', async () => {
    const { system, ask } = await testPages('en', 'pending');
    const lead = await getLead(system.table, LEAD);
    if (lead === undefined || isErased(lead)) throw new Error('no lead');
    await putLead(system.table, {
      ...lead,
      mail: 'granted',
      subjects: { newsletter: 'granted', tips: 'pending' },
    });
    const { body } = await ask('GET /preferences/{mail}');
    expect(body).toContain('not confirmed the following yet');
    expect(body).not.toContain('you get only what you request');
  });

  it('show the stored data, whatever people typed', async () => {
    const { body } = await test.ask('GET /preferences/{mail}');
    expect(body).toContain('ann@example.nl');
    expect(body).toContain('Acme &lt;b&gt;&amp; Co&lt;/b&gt;');
    expect(body).toContain('Yes, mail me tips');
    expect(body).toContain('1 form submitted');
    expect(body).toContain(`“${test.sent.heading}”`);
  });

  it('say where a value comes from that the person did not fill in, and show none that was emptied', async () => {
    const said = { at: NOW, source: 'console', colleague: 'anna' };
    await changeProfile({
      company: { ...said, value: '' },
      firstName: { ...said, value: 'Ann' },
      lastName: { at: NOW, source: 'HubSpot', value: 'Bos' },
    });
    const { body } = await test.ask('GET /preferences/{mail}');
    expect(body).toContain('Ann (written down by one of us)');
    expect(body).toContain('Bos (from HubSpot)');
    expect(body).not.toMatch(/>company</i);
  });

  it('can be downloaded as JSON', async () => {
    const { headers, body } = await test.ask('GET /preferences/{mail}', {
      queryStringParameters: { format: 'json' },
    });
    expect(headers?.['content-disposition']).toContain('attachment');
    expect(JSON.parse(body ?? '')).toMatchObject({
      profile: { email: 'ann@example.nl' },
      events: [{ type: 'form' }],
      mails: [{ id: test.sent.id }],
    });
  });
});

describe('erasing', () => {
  const sure = sends(['do', 'erase'], ['sure', 'yes']);

  it('asks for confirmation first, and changes nothing until then', async () => {
    const { body } = await test.ask('POST /preferences/{mail}', sends(['do', 'erase']));
    expect(body).toContain('name="sure"');
    expect(body).toContain('35 days');
    expect(test.writes).toEqual([]);
  });

  it('returns a receipt, and every link of every mail is dead', async () => {
    const { body } = await test.ask('POST /preferences/{mail}', sure);
    expect(body).toContain(LEAD);
    expect(await getLead(test.table, LEAD)).toEqual({ id: LEAD, version: 2, erasedAt: NOW });
    expect(await getMail(test.table, test.sent.id)).toBeUndefined();
    for (const route of ROUTES) {
      expect((await test.ask(`GET /${route}/{mail}`)).statusCode).toBe(404);
      expect((await test.ask(`POST /${route}/{mail}`, sure)).statusCode).toBe(404);
    }
    expect(await test.consents()).toEqual([]);
  });

  it.each([
    ['en', 'Your data is being erased'],
    ['nl', 'Je gegevens worden gewist'],
  ] as const)(
    'that cannot be finished at once says so (%s), as often as it is asked for',
    async (locale, title) => {
      test = await testPages(locale);
      const over = { ...test.system, ...jobsOf(refusingTo('BatchWriteItem', test.table), () => NOW) };
      const ask = request('POST /preferences/{mail}', test.sent.id, {
        ...sure,
        headers: { 'accept-language': locale },
      });
      for (const _ of ['first', 'again']) {
        const { statusCode, body } = await answer(over, ask);
        expect(statusCode).toBe(200);
        expect(body).toContain(`<h1>${title}</h1>`);
        expect(body).toContain(LEAD);
      }
      const looks = { headers: { 'accept-language': locale } };
      const { statusCode, body } = await test.ask('GET /preferences/{mail}', looks);
      expect(statusCode).toBe(200);
      expect(body).toContain(`<h1>${title}</h1>`);
      expect(body).toMatch(/35 da(ys|gen)/);
      expect(over.news).toMatchObject([{ news: 'job-failed', about: { kind: 'erase' } }]);
      expect(test.complaints).toEqual([]);
    },
  );

  it.each([
    ['was not even begun', false],
    ['was begun, though the answer got lost,', true],
  ])('that %s promises neither, and may be asked for again', async (_, isBegun) => {
    const table: Table = {
      name: test.table.name,
      async call(operation, input) {
        if (operation !== 'PutItem' || isBegun) await test.table.call(operation, input);
        if (operation === 'PutItem') throw new Error('TimeoutError');
        return test.table.call(operation, input);
      },
    };
    const ask = request('POST /preferences/{mail}', test.sent.id, sure);
    const { statusCode, body } = await answer({ ...test.system, table }, ask);
    expect(statusCode).toBe(503);
    expect(body).toContain('It may not have been done yet');
    expect(body).toContain('<input type="hidden" name="do" value="erase"/>');
    const lead = await getLead(test.table, LEAD);
    if (isBegun) expect(lead).not.toHaveProperty('stage');
    else expect(lead).toHaveProperty('stage');
    expect((await answer(test.system, ask)).statusCode).toBe(200);
  });
});

describe.each(['bounced', 'complained'] as const)('a person whose mail %s', (fate) => {
  const means = fate === 'bounced' ? ({ address: 'closed' } as const) : ({ person: 'complained' } as const);
  const reported = async () => {
    await changeMailing(test.table, LEAD, (before) =>
      applyReport(before, { mail: test.sent.id, at: plus(NOW, -60_000) }, means),
    );
    await recordDelivery(test.table, test.sent.id, fate, {
      at: plus(NOW, -60_000),
      metric: fate === 'bounced' ? 'hardBounced' : fate,
    });
  };
  beforeEach(reported);

  it('reads so on the preferences page, and gets mail again by its button', async () => {
    const { body } = await test.ask('GET /preferences/{mail}');
    expect(body).toContain(fate === 'bounced' ? 'refused our mail' : 'marked as spam');
    await test.ask('POST /preferences/{mail}', sends(['do', 'subscribe']));
    expect((await test.mailing()).suppressed).toBeUndefined();
    expect((await test.ask('GET /preferences/{mail}')).body).not.toMatch(/refused our mail|marked as spam/);
  });

  it('is not said to have withdrawn its permission itself', async () => {
    const at = plus(NOW, -60_000);
    const how = fate === 'bounced' ? 'hard-bounce' : 'complaint';
    const report = { type: 'mail-consent', id: 'report', at, receivedAt: at, to: 'withdrawn', how } as const;
    await putLeadEvent(test.table, LEAD, { ...report, mail: test.sent.id });
    const { body } = await test.ask('GET /preferences/{mail}');
    expect(body).toMatch(fate === 'bounced' ? /Ended because your address/ : /Ended because our mail/);
    expect(body).not.toContain('Withdrawn on');
  });

  it('is not told to be signed up when that very mail is confirmed', async () => {
    const { statusCode, body } = await test.ask('POST /confirm/{mail}');
    expect(statusCode).toBe(200);
    expect(body).toContain(fate === 'bounced' ? 'refused our mail' : 'marked as spam');
    expect((await test.mailing()).suppressed).toBeDefined();
    expect((await test.ask('GET /confirm/{mail}')).body).not.toContain('you are signed up');
  });
});

describe('the page with preferences', () => {
  it('says that it is kept how long somebody viewed pages', async () => {
    await linkVisitor(test.table, VISITOR, LEAD, { at: NOW, due: NOW });
    await putVisitorEvent(test.table, stay('/pricing', 90), 9_999_999_999);
    const { body } = await test.ask('GET /preferences/{mail}');
    expect(body).toContain('1 note of how long a page was viewed');
  });
});
