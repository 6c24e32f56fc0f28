import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { showForm, showThanks } from '../../../functions/forms/show-form.ts';
import { NOW } from '../../domain/builders.ts';
import { shippedPlaybook } from '../../playbook/shipped-playbook.ts';
import { refusingTable, testSystem } from '../../usecases/forms/forms-system.ts';
import { request } from './request.ts';

let test: Awaited<ReturnType<typeof testSystem>>;
beforeAll(async () => {
  test = await testSystem();
});

const show = (
  query: Record<string, string> = {},
  headers: Record<string, string> = {},
  form = 'whitepaper',
) =>
  showForm(
    test.system,
    request({ queryStringParameters: query, headers: { accept: 'text/html', ...headers } }, form),
  );
const asJson = async (query: Record<string, string> = {}, headers = {}, form = 'whitepaper') => {
  const answer = await show(query, { accept: 'application/json', ...headers }, form);
  return JSON.parse(answer.body ?? '');
};

describe('the page of a form', () => {
  it('asks for the address, the permission and the first later field', async () => {
    const { statusCode, body = '' } = await show({ _locale: 'en' });
    expect(statusCode).toBe(200);
    expect(body).toContain('<html lang="en">');
    expect(body).toContain('name="email"');
    expect(body).toContain(shippedPlaybook.forms.whitepaper?.permission?.en);
    expect(body).toContain('name="firstName"');
    expect(body).not.toContain('name="lastName"');
  });

  it('uses the language of the browser, and offers the other one', async () => {
    const { body = '' } = await show({ utm_source: 'news' }, { 'accept-language': 'nl-NL,nl;q=0.9' });
    expect(body).toContain('<html lang="nl">');
    expect(body).toContain('href="/f/whitepaper?utm_source=news&amp;_locale=en"');
  });

  it('contains an idempotency key, and where it was filled in', async () => {
    const { body = '' } = await show({ utm_source: 'news', secret: 'x' });
    expect(body).toContain(`name="_t" value="${NOW}"`);
    expect(body).toMatch(/name="_key" value="[\w-]{36}"/);
    expect(body).toContain('name="_page" value="https://leads.example/f/whitepaper?utm_source=news"');
  });

  it('shows whose form it is, as the playbook says', async () => {
    const { company } = shippedPlaybook;
    const { body } = await show();
    expect(body).toContain(`>${company?.name}</a>`);
    expect(body).toContain(`${company?.legalName}, ${company?.address}`);
  });

  it('runs no script and loads nothing: its policy allows only its own style', async () => {
    const { headers = {}, body = '' } = await show();
    const styles = [...body.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style = '']) => style);
    const hashes = styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain(`style-src ${hashes.join(' ')};`);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(body).not.toMatch(/<script|\sstyle=|\son\w+=/);
  });

  it('escapes every name that is not its own', async () => {
    const { body = '' } = await show({ _page: '"><script>alert(1)</script>', utm_source: "'><img src=x>" });
    expect(body).not.toMatch(/<script|<img/);
  });
});

describe('a visitor id in the address of a form', () => {
  it('is ignored: a link could plant one that somebody else knows', async () => {
    const { visitor } = await test.known({ firstName: 'Annabel' });
    for (const _visitor of [visitor, 'evil']) {
      const { body = '' } = await show({ _visitor, utm_source: 'news' });
      expect(body).not.toContain(_visitor);
      expect(body).not.toContain('_visitor');
      expect(body).toContain('name="email"');
      expect(body).toContain('name="firstName"');
      expect(await asJson({ _visitor })).toEqual(await asJson());
    }
  });
});

describe('the description of a form', () => {
  it('lists the questions', async () => {
    expect(await asJson({ _locale: 'nl' })).toEqual({
      form: 'whitepaper',
      fields: [
        { name: 'email', label: 'E-mailadres', type: 'email', required: true },
        { name: 'firstName', label: 'Voornaam', type: 'text', required: false, maxLength: 200 },
      ],
      permission: shippedPlaybook.forms.whitepaper?.permission?.nl,
    });
  });

  const names = async (visitor: string, headers = {}) => {
    const { fields, permission } = await asJson({}, { 'kansrijk-visitor': visitor, ...headers });
    const all = fields.map(({ name }: { name: string }) => name) as string[];
    return permission === undefined ? all : [...all, 'permission'];
  };

  it('lists only unanswered questions', async () => {
    const { visitor } = await test.known({ firstName: 'Annabel' });
    expect(await names(visitor)).toEqual(['lastName']);
  });

  it('lists for an unconfirmed browser what it did not say itself, whatever else is known', async () => {
    const { visitor } = await test.unconfirmed({ firstName: 'Annabel' }, { lastName: 'Leeuwenhoek' });
    expect(await names(visitor)).toEqual(['email', 'lastName', 'permission']);
  });

  it('lists everything when the browser opts out, or the table does not respond', async () => {
    const { visitor } = await test.known({ firstName: 'Annabel' });
    const everything = ['email', 'firstName', 'permission'];
    expect(await names(visitor, { 'sec-gpc': '1' })).toEqual(everything);
    const headers = { accept: 'application/json', 'kansrijk-visitor': visitor };
    const answer = await showForm({ ...test.system, table: refusingTable }, request({ headers }));
    expect(answer.body).toContain('"name":"email"');
  });
});

describe('an unknown form', () => {
  it('is a page that says so', async () => {
    const answer = await show({}, {}, 'constructor');
    expect(answer).toMatchObject({ statusCode: 404, body: expect.stringContaining('There is no such form') });
  });

  it('is a problem as JSON', async () => {
    expect(await asJson({}, {}, 'nothing')).toEqual({
      type: 'about:blank',
      title: 'There is no such form',
      status: 404,
    });
  });
});

describe('the thank-you page', () => {
  const thanks = (form: string, query = {}) =>
    showThanks(test.system, request({ queryStringParameters: query }, form));

  it('says what happens next, with a link to the next page', async () => {
    const { statusCode, body } = await thanks('demo', { locale: 'nl' });
    expect(statusCode).toBe(200);
    expect(body).toContain(shippedPlaybook.forms.demo?.thanks.title.nl);
    expect(body).toContain('href="https://www.example.com/nl/demo"');
    const english = await thanks('demo', { locale: 'en' });
    expect(english.body).toContain('href="https://www.example.com/demo"');
  });

  it('asks to confirm the permission by mail, of who gave it and of nobody else', async () => {
    const asks = shippedPlaybook.forms.whitepaper?.thanks.confirm?.nl.slice(0, 30);
    expect((await thanks('whitepaper', { locale: 'nl', confirm: '1' })).body).toContain(asks);
    expect((await thanks('whitepaper', { locale: 'nl' })).body).not.toContain(asks);
  });

  it('says to everybody that the address may have refused mail, and what to do then', async () => {
    for (const form of Object.keys(shippedPlaybook.forms)) {
      expect((await thanks(form, { locale: 'nl' })).body).toContain('Binnen tien minuten geen mail');
      expect((await thanks(form, { locale: 'en' })).body).not.toMatch(/on its way|have sent you/);
    }
  });

  it('exists for every form', async () => {
    expect(await thanks('nothing')).toMatchObject({ statusCode: 404 });
  });

  it('asks to try again when there is no playbook', async () => {
    const system = { ...test.system, forms: () => Promise.reject(new Error('Down')) };
    expect(await showThanks(system, request())).toMatchObject({
      statusCode: 503,
      headers: { 'retry-after': '5' },
    });
  });
});
