import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { VisitorId } from '../../shared/domain/identity/ids.ts';
import { withAnswers } from '../../shared/domain/lifecycle/profile.ts';
import { plus } from '../../shared/domain/time.ts';
import type { Submission } from '../../shared/domain/tracking/event.ts';
import type { Late } from '../../shared/gateways/late-queue.ts';
import { leadIdFrom } from '../../shared/gateways/lead-id.ts';
import { loadPlaybook } from '../../shared/playbook/load.ts';
import type { Playbook } from '../../shared/playbook/playbook.ts';
import { leadEvents } from '../../shared/store/history.ts';
import { link } from '../../shared/store/links.ts';
import { putProfile } from '../../shared/store/profiles.ts';
import { sdkTable } from '../../shared/store/sdk-table.ts';
import type { Table } from '../../shared/store/table.ts';
import { type SentIn, type SubmitSystem, submitForm } from '../../shared/usecases/submit-form.ts';
import { NOW, submission } from '../domain/builders.ts';
import { testTable } from '../store/endpoint.ts';

const loaded = loadPlaybook(join(import.meta.dirname, '../../shared/playbook'));
if (!loaded.ok) throw new Error('The shipped playbook has mistakes: npm run playbook:check');
const playbook: Playbook = { ...loaded.content, version: 1 };
const leadId = leadIdFrom('test');

let table: Table;
let late: Late[];
let time: string;
beforeAll(async () => {
  const { tableName, client } = await testTable();
  table = sdkTable(tableName, client);
});
beforeEach(() => {
  late = [];
  time = NOW;
});

const system = (more: Partial<SubmitSystem> = {}): SubmitSystem => ({
  table,
  late: { send: async (event) => void late.push(event) },
  playbook: async () => playbook,
  leadId,
  now: () => time,
  publicUrl: 'https://leads.example',
  ...more,
});
const submit = (
  input: Record<string, unknown>,
  more: Partial<SentIn> = {},
  over: Partial<SubmitSystem> = {},
) => submitForm(system(over), { form: 'whitepaper', input, locale: 'en', ...more });

const somebody = () => `ann-${randomUUID()}@acme.example`;
const visitor = () => `v-${randomUUID()}` as VisitorId;
const keptOf = async (email: string) => (await leadEvents(table, leadId(email))) as Submission[];

/** A lead that filled in a form before in this browser. */
async function known(values: Record<string, string> = {}) {
  const email = somebody();
  const id = leadId(email);
  const browser = visitor();
  await link(table, browser, id, NOW);
  await putProfile(table, {
    ...withAnswers(undefined, id, submission('demo', { email, values })),
    version: 1,
  });
  return { email, browser };
}

describe('a form that is sent in', () => {
  it('is kept as one event of the lead with that address', async () => {
    const email = somebody();
    const browser = visitor();
    const input = {
      email: email.toUpperCase(),
      firstName: 'Ann',
      company: 'Acme',
      colour: 'red',
      _visitor: browser,
    };
    const submitted = await submit(input, { visitor: browser, key: 'page-1' });
    expect(submitted).toEqual({ result: 'kept', visitor: browser, isLate: false });
    expect(await keptOf(email)).toEqual(
      [
        {
          type: 'form',
          id: 'page-1',
          at: NOW,
          receivedAt: NOW,
          form: 'whitepaper',
          email,
          values: { firstName: 'Ann', company: 'Acme' },
          locale: 'en',
          visitor: browser,
        },
      ].map((event) => expect.objectContaining(event)),
    );
  });

  it.each(['nl', 'en'] as const)(
    'keeps the permission in the words that were shown, in %s',
    async (locale) => {
      const email = somebody();
      const _page = 'https://www.example.com/guides/leads?utm_source=news&email=x#top';
      await submit({ email, permission: 'on', _page }, { locale, referrer: 'https://other.example/' });
      const [event] = await keptOf(email);
      expect(event).toMatchObject({
        permission: {
          wording: playbook.forms.whitepaper?.permission?.[locale],
          page: 'https://www.example.com/guides/leads',
        },
        page: 'https://www.example.com/guides/leads',
        campaign: { source: 'news' },
      });
    },
  );

  it('takes the referrer for the page, and else its own address for the proof', async () => {
    const [one, two] = [somebody(), somebody()];
    await submit({ email: one, permission: true }, { referrer: 'https://www.example.com/pricing?x=y' });
    await submit({ email: two, permission: true, _page: 'javascript:alert(1)' });
    expect((await keptOf(one))[0]?.permission?.page).toBe('https://www.example.com/pricing');
    expect((await keptOf(two))[0]?.permission?.page).toBe('https://leads.example/f/whitepaper');
    expect((await keptOf(two))[0]).not.toHaveProperty('page');
  });

  it('raises a hand when the form says so', async () => {
    const email = somebody();
    await submit({ email, name: 'Ann', message: 'Call me' }, { form: 'contact' });
    expect((await keptOf(email))[0]).toMatchObject({
      handRaise: true,
      values: { name: 'Ann', message: 'Call me' },
    });
  });

  it('is kept as spam when no person sent it', async () => {
    const email = somebody();
    expect(await submit({ email, website: 'https://spam.test' })).toMatchObject({ result: 'kept' });
    expect((await keptOf(email))[0]).toMatchObject({ spam: 'honeypot' });
  });

  it.each(['nothing', '__proto__', 'constructor'])('to no form (%s) is not kept', async (form) => {
    expect(await submit({ email: somebody() }, { form })).toEqual({ result: 'unknown-form' });
  });

  it('is not kept with mistakes in it, and all of them are told', async () => {
    const objections = { email: { code: 'missing' }, employees: { code: 'no-number' } };
    expect(await submit({ employees: 'many' })).toEqual({ result: 'objected', objections });
  });
});

describe('a form that is sent in twice', () => {
  it('is one submission under one key, at the same moment or later', async () => {
    const email = somebody();
    await Promise.all([1, 2, 3].map(() => submit({ email, _key: 'page-1' })));
    time = plus(NOW, 90_000);
    await submit({ email, _key: 'page-1' });
    expect((await keptOf(email)).map(({ id, at }) => [id, at])).toEqual([['page-1', NOW]]);
  });

  it('is two submissions under two keys, to two forms, or by two people', async () => {
    const [email, other] = [somebody(), somebody()];
    await submit({ email, _key: 'page-1' });
    await submit({ email, _key: 'page-2' });
    await submit({ email, _key: 'page-1' }, { form: 'demo' });
    await submit({ email: other, _key: 'page-1' });
    expect(await keptOf(email)).toHaveLength(3);
    expect(await keptOf(other)).toHaveLength(1);
  });

  it('is one submission without a key when it says the same within a minute', async () => {
    const email = somebody();
    await submit({ email, firstName: 'Ann', company: 'Acme' });
    time = plus(NOW, 3_000);
    await submit({ company: 'Acme', firstName: 'Ann', email });
    expect(await keptOf(email)).toHaveLength(1);
    await submit({ email, firstName: 'Anna', company: 'Acme' });
    time = plus(NOW, 60_000);
    await submit({ email, firstName: 'Ann', company: 'Acme' });
    expect(await keptOf(email)).toHaveLength(3);
  });

  it.each(['a#b', 'x'.repeat(900), '👩‍💻\ud83d', ' '])('may have any key: %j', async (key) => {
    const email = somebody();
    await submit({ email }, { key });
    await submit({ email }, { key });
    const [event, ...others] = await keptOf(email);
    expect(event?.id).toMatch(/^[\w-]{22}$/);
    expect(others).toEqual([]);
  });
});

describe('a form in a browser that is linked to a lead', () => {
  it('needs no address: it belongs to that lead', async () => {
    const { email, browser } = await known();
    expect(await submit({ lastName: 'Lee' }, { visitor: browser })).toMatchObject({ result: 'kept' });
    expect((await keptOf(email))[0]).toMatchObject({ email, values: { lastName: 'Lee' } });
  });

  it('goes on under another visitor when another address is given, always the same one', async () => {
    const { browser } = await known();
    const email = somebody();
    const first = await submit({ email, _key: 'k' }, { visitor: browser });
    const again = await submit({ email, _key: 'k' }, { visitor: browser });
    const fresh = first.result === 'kept' ? first.visitor : undefined;
    expect(fresh).toMatch(/^[\w-]{22}$/);
    expect(fresh).not.toBe(browser);
    expect(again).toEqual(first);
    expect((await keptOf(email)).map((event) => event.visitor)).toEqual([fresh]);
  });

  it('needs no required answer that is known, unless it is of somebody else', async () => {
    const { browser } = await known({ company: 'Acme' });
    const demo = playbook.forms.demo;
    const strict = { ...playbook, forms: { demo: { ...demo, require: ['company'] } } } as Playbook;
    const over = { playbook: async () => strict };
    const sent = { form: 'demo', visitor: browser };
    expect(await submit({}, sent, over)).toMatchObject({ result: 'kept' });
    const objections = { company: { code: 'missing' } };
    expect(await submit({ email: somebody() }, sent, over)).toEqual({ result: 'objected', objections });
  });
});

describe('a form that the table refuses', () => {
  const refuses = (...operations: string[]): Table => ({
    name: table.name,
    call: (operation, input) =>
      operations.includes(operation) ? Promise.reject(new Error('Throttled')) : table.call(operation, input),
  });

  it('waits in the late queue, whole', async () => {
    const email = somebody();
    const over = { table: refuses('PutItem', 'GetItem') };
    expect(await submit({ email, _key: 'k' }, { visitor: visitor() }, over)).toMatchObject({
      result: 'kept',
      isLate: true,
    });
    expect(late).toEqual([{ lead: leadId(email), event: expect.objectContaining({ id: 'k', email }) }]);
  });

  it('is refused when the queue refuses it too, so that it is sent again', async () => {
    const over = { table: refuses('PutItem'), late: { send: () => Promise.reject(new Error('Down')) } };
    await expect(submit({ email: somebody() }, {}, over)).rejects.toThrow('Down');
  });

  it('is refused without an address, because nobody can tell whose it is', async () => {
    const { browser } = await known();
    await expect(submit({}, { visitor: browser }, { table: refuses('GetItem') })).rejects.toThrow(
      'Throttled',
    );
  });
});
