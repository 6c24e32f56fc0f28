import { beforeEach, describe, expect, it } from 'vitest';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import type { Table } from '../../../shared/store/table.ts';
import {
  type FormRequest,
  type SubmitSystem,
  submitForm,
} from '../../../shared/usecases/forms/submit-form/submit-form.ts';
import { NOW } from '../../domain/builders.ts';
import { shippedPlaybook } from '../../playbook/shipped-playbook.ts';
import { leadId, newVisitor, somebody, testSystem } from './forms-system.ts';

let test: Awaited<ReturnType<typeof testSystem>>;
beforeEach(async () => {
  test = await testSystem();
});

const submit = (
  input: Record<string, unknown>,
  sent: Partial<FormRequest> = {},
  over: Partial<SubmitSystem> = {},
) => submitForm({ ...test.system, ...over }, { form: 'whitepaper', input, locale: 'en', ...sent });

describe('a form that is sent', () => {
  it('is stored as one event of the lead with that address', async () => {
    const email = somebody();
    const browser = newVisitor();
    const input = {
      email: email.toUpperCase(),
      firstName: 'Ann',
      company: 'Acme',
      colour: 'red',
      _visitor: browser,
    };
    const submitted = await submit(input, { visitor: browser, key: 'page-1' });
    expect(submitted).toEqual({
      ...{ result: 'accepted', visitor: browser, isLate: false, asksPermission: false },
    });
    expect(await test.keptOf(email)).toEqual(
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
      const [event] = await test.keptOf(email);
      expect(event).toMatchObject({
        permission: {
          wording: shippedPlaybook.forms.whitepaper?.permission?.[locale],
          subjects: ['tips'],
          page: 'https://www.example.com/guides/leads',
        },
        page: 'https://www.example.com/guides/leads',
        campaign: { source: 'news' },
      });
    },
  );

  it('uses the referrer as its page, or else its own URL for the proof', async () => {
    const [one, two] = [somebody(), somebody()];
    await submit({ email: one, permission: true }, { referrer: 'https://www.example.com/pricing?x=y' });
    await submit({ email: two, permission: true, _page: 'javascript:alert(1)' });
    expect((await test.keptOf(one))[0]?.permission?.page).toBe('https://www.example.com/pricing');
    expect((await test.keptOf(two))[0]?.permission?.page).toBe('https://leads.example/f/whitepaper');
    expect((await test.keptOf(two))[0]).not.toHaveProperty('page');
  });

  it('raises a hand when the form says so', async () => {
    const email = somebody();
    await submit({ email, name: 'Ann', message: 'Call me' }, { form: 'contact' });
    expect((await test.keptOf(email))[0]).toMatchObject({
      handRaise: true,
      values: { name: 'Ann', message: 'Call me' },
    });
  });

  it('asks for the message of a contact form', async () => {
    const email = somebody();
    const errors = { message: { code: 'missing' } };
    expect(await submit({ email, name: 'Ann' }, { form: 'contact' })).toEqual({ result: 'invalid', errors });
    expect(await test.keptOf(email)).toEqual([]);
  });

  it('is stored as spam when a bot sent it', async () => {
    const email = somebody();
    expect(await submit({ email, _website: 'https://spam.test' })).toMatchObject({ result: 'accepted' });
    expect((await test.keptOf(email))[0]).toMatchObject({ spam: 'honeypot' });
  });

  it.each(['nothing', '__proto__', 'constructor'])(
    'is refused when there is no such form: %s',
    async (form) => {
      expect(await submit({ email: somebody() }, { form })).toEqual({ result: 'unknown-form' });
    },
  );

  it('is refused with all its errors', async () => {
    const errors = { email: { code: 'missing' }, employees: { code: 'no-number' } };
    expect(await submit({ employees: 'many' })).toEqual({ result: 'invalid', errors });
  });
});

describe('a form in a browser of a lead', () => {
  it('needs no address, and belongs to that lead', async () => {
    const { email, visitor: browser } = await test.known();
    expect(await submit({ lastName: 'Lee' }, { visitor: browser })).toMatchObject({ result: 'accepted' });
    expect((await test.keptOf(email))[0]).toMatchObject({ email, values: { lastName: 'Lee' } });
  });

  it('gets another visitor id when another address is given, the same one when it is sent again', async () => {
    const { visitor: browser } = await test.known();
    const email = somebody();
    const guess = await submit({ email, _key: 'other' }, { visitor: browser });
    const first = await submit({ email, _key: 'k' }, { visitor: browser });
    const again = await submit({ email, _key: 'k' }, { visitor: browser });
    const fresh = first.result === 'accepted' ? first.visitor : undefined;
    expect(fresh).toMatch(/^[\w-]{22}$/);
    expect(fresh).not.toBe(browser);
    expect(again).toEqual(first);
    expect(guess).not.toEqual(first);
    expect((await test.keptOf(email)).map((event) => event.visitor)).toContain(fresh);
  });

  it("may leave out required answers that are known, unless the address is somebody else's", async () => {
    const { visitor: browser } = await test.known({ company: 'Acme' });
    const demo = shippedPlaybook.forms.demo;
    const strict = { ...shippedPlaybook, forms: { demo: { ...demo, require: ['company'] } } } as Playbook;
    const over = { forms: async () => strict };
    const sent = { form: 'demo', visitor: browser };
    expect(await submit({}, sent, over)).toMatchObject({ result: 'accepted' });
    const errors = { company: { code: 'missing' } };
    expect(await submit({ email: somebody() }, sent, over)).toEqual({ result: 'invalid', errors });
  });
});

describe('a form in a browser that only a form linked, which anybody could have sent', () => {
  const missing = { result: 'invalid', errors: { email: { code: 'missing' } } };

  it('needs an address, whether or not that of the browser is known', async () => {
    const { email, visitor } = await test.unconfirmed();
    const answers = { name: 'Ann', message: 'Call me', phone: '0612345678' };
    expect(await submit(answers, { form: 'contact', visitor })).toEqual(missing);
    expect(await submit(answers, { form: 'contact', visitor: newVisitor() })).toEqual(missing);
    expect(await test.keptOf(email)).toEqual([]);
    const sent = await submit({ ...answers, email }, { form: 'contact', visitor });
    expect(sent).toMatchObject({ result: 'accepted', visitor });
  });

  it('may leave out what it said itself, and notices nothing of what others said', async () => {
    const { email, visitor } = await test.unconfirmed({ company: 'Acme' }, { firstName: 'Ann' });
    const demo = shippedPlaybook.forms.demo;
    const require = ['company', 'firstName'];
    const strict = { ...shippedPlaybook, forms: { demo: { ...demo, require } } } as Playbook;
    const over = { forms: async () => strict };
    const errors = { firstName: { code: 'missing' } };
    expect(await submit({ email }, { form: 'demo', visitor }, over)).toEqual({ result: 'invalid', errors });
  });
});

describe('a form that the table refuses', () => {
  const refuses = (...operations: string[]): Table => ({
    name: test.system.table.name,
    call: (operation, input) =>
      operations.includes(operation)
        ? Promise.reject(new Error('Throttled'))
        : test.system.table.call(operation, input),
  });

  it('waits in the late queue, complete', async () => {
    const email = somebody();
    const over = { table: refuses('PutItem', 'GetItem') };
    expect(await submit({ email, _key: 'k' }, { visitor: newVisitor() }, over)).toMatchObject({
      result: 'accepted',
      isLate: true,
    });
    expect(test.late).toEqual([{ lead: leadId(email), event: expect.objectContaining({ id: 'k', email }) }]);
  });

  it('fails when the queue refuses it too, so that it is sent again', async () => {
    const over = { table: refuses('PutItem'), late: { send: () => Promise.reject(new Error('Down')) } };
    await expect(submit({ email: somebody() }, {}, over)).rejects.toThrow('Down');
  });

  it('fails without an address, because its lead is unknown', async () => {
    const { visitor: browser } = await test.known();
    await expect(submit({}, { visitor: browser }, { table: refuses('GetItem') })).rejects.toThrow(
      'Throttled',
    );
  });
});
