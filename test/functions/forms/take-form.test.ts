import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { takeForm } from '../../../functions/forms/take-form.ts';
import { shippedPlaybook } from '../../playbook/shipped-playbook.ts';
import { refusingQueue, refusingTable, somebody, testSystem } from '../../usecases/forms/forms-system.ts';
import { json, jsonText, multipart, request, urlencoded } from './request.ts';

let test: Awaited<ReturnType<typeof testSystem>>;
beforeAll(async () => {
  test = await testSystem();
});

const bodyOf = (answer: { body?: string | undefined }) => JSON.parse(answer.body ?? '');

describe('a form that a browser sends', () => {
  it('redirects to the thank-you page', async () => {
    const email = somebody();
    const answer = await takeForm(test.system, urlencoded({ email, permission: 'on', _locale: 'nl' }));
    expect(answer).toMatchObject({
      statusCode: 303,
      headers: { location: '/f/whitepaper/thanks?locale=nl&confirm=1' },
    });
    const wording = shippedPlaybook.forms.whitepaper?.permission?.nl;
    expect((await test.keptOf(email))[0]).toMatchObject({ locale: 'nl', permission: { wording } });
  });

  it('may be multipart, in base64', async () => {
    const email = somebody();
    const data = new FormData();
    for (const [name, value] of [
      ['email', email],
      ['company', 'Ünïcode & דנה 👩‍💻'],
    ])
      data.set(name as string, value as string);
    expect(await takeForm(test.system, await multipart(data))).toMatchObject({ statusCode: 303 });
    expect((await test.keptOf(email))[0]?.values).toEqual({ company: 'Ünïcode & דנה 👩‍💻' });
  });

  it('comes back with what was typed and the errors', async () => {
    const typed = {
      email: 'ann at acme',
      company: '<b>Acme</b> "x"',
      employees: 'many',
      permission: 'on',
      _key: 'k1',
    };
    const { statusCode, headers, body = '' } = await takeForm(test.system, urlencoded(typed));
    expect(statusCode).toBe(422);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
    expect(body).toContain('<title>Error: ');
    expect(body).toContain('This is not an e-mail address');
    expect(body).toContain('value="ann at acme"');
    expect(body).toContain('value="&lt;b&gt;Acme&lt;/b&gt; &quot;x&quot;"');
    expect(body).toContain('value="many"');
    expect(body).toMatch(/<input type="checkbox"[^>]* checked/);
    expect(body).toContain('name="_key" value="k1"');
    expect(body).toMatch(
      /<input[^>]*id="email"[^>]*aria-invalid="true" aria-describedby="email-wrong" autofocus/,
    );
    expect(body.match(/autofocus/g)).toHaveLength(1);
  });

  it('comes back with the visitor id only to a page of the company', async () => {
    const { visitor } = await test.known();
    const typed = { email: 'ann at acme', _visitor: visitor };
    const failing = { ...test.system, forms: () => Promise.reject(new Error('Down')) };
    for (const origin of ['https://www.example.com', 'https://shop.example.com', 'https://leads.example']) {
      const answer = await takeForm(test.system, urlencoded(typed, { origin }));
      expect(answer.body).toContain(`name="_visitor" value="${visitor}"`);
    }
    for (const origin of ['https://evil.test', 'https://example.com.evil.test', 'null', '']) {
      for (const system of [test.system, failing]) {
        const answer = await takeForm(system, urlencoded(typed, { origin }));
        expect(answer.body).not.toContain(visitor);
        expect(answer.body).toContain('ann at acme');
      }
    }
  });

  it('skips what is known in the browser of a lead that sent a mistake, and shows nothing of it', async () => {
    const { email, visitor } = await test.known({ firstName: 'Annabel', lastName: 'Leeuwenhoek' });
    const typed = { phone: 'x', _visitor: visitor };
    const { body = '' } = await takeForm(
      test.system,
      urlencoded(typed, { origin: 'https://www.example.com' }),
    );
    expect(body).toContain('<a href="/f/whitepaper">Are you somebody else?</a>');
    for (const absent of [email, 'Annabel', 'Leeuwenhoek', 'name="email"', 'name="firstName"'])
      expect(body).not.toContain(absent);
    const strange = await takeForm(test.system, urlencoded(typed));
    expect(strange.body).toContain('name="email"');
  });

  it('comes back with all that was typed when both the table and the queue refuse it', async () => {
    const system = { ...test.system, table: refusingTable, late: refusingQueue };
    const answer = await takeForm(
      system,
      urlencoded({ email: 'ann@acme.example', company: 'Acme', _key: 'k1' }),
    );
    expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '5' } });
    expect(answer.body).toContain('value="ann@acme.example"');
    expect(answer.body).toContain('value="Acme"');
    expect(answer.body).toContain('name="_key" value="k1"');
    expect(test.complaints).toContain('submission-not-kept');
  });

  it('can be sent again even when the form cannot be read', async () => {
    const system = { ...test.system, forms: () => Promise.reject(new Error('Down')) };
    const answer = await takeForm(system, urlencoded({ email: 'ann@acme.example', _locale: 'nl' }));
    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain('<input type="hidden" name="email" value="ann@acme.example"');
    expect(answer.body).toContain('Verstuur opnieuw');
  });
});

describe('a form that a program sends', () => {
  it('is answered with the visitor id to use from now on', async () => {
    const email = somebody();
    const visitor = `v-${randomUUID()}`;
    const answer = await takeForm(
      test.system,
      json({ email, permission: true, employees: 50, _visitor: visitor }),
    );
    expect(answer.statusCode).toBe(200);
    expect(bodyOf(answer)).toEqual({
      ok: true,
      visitor,
      thanks: 'https://leads.example/f/whitepaper/thanks?locale=en&confirm=1',
    });
    expect((await test.keptOf(email))[0]).toMatchObject({ visitor, values: { employees: '50' } });
  });

  it('is answered with an error for each field, in its language', async () => {
    const answer = await takeForm(
      test.system,
      json({ email: '', name: ['a'], phone: 'x', _locale: 'nl' }, {}),
    );
    expect(answer.statusCode).toBe(422);
    expect(bodyOf(answer)).toEqual({
      ok: false,
      errors: {
        email: 'Vul je e-mailadres in.',
        phone: 'Vul een telefoonnummer in, zoals 06 12345678 of +31 20 123 45 67.',
      },
    });
  });

  it('that makes no sense without permission is refused without it, and says why', async () => {
    const newsletter = (permission?: boolean) =>
      takeForm(test.system, {
        ...json({ email: somebody(), _locale: 'nl', permission }),
        pathParameters: { form: 'newsletter' },
      });
    expect(bodyOf(await newsletter())).toEqual({
      ok: false,
      errors: { permission: 'Zet dit vinkje: zonder toestemming mogen we je niets sturen.' },
    });
    expect((await newsletter(true)).statusCode).toBe(200);
  });

  it('may be urlencoded when it asks for JSON', async () => {
    const answer = await takeForm(test.system, urlencoded({ email: 'x' }, { accept: 'application/json' }));
    expect(bodyOf(answer)).toMatchObject({ ok: false });
  });

  it.each(['page 7', 'page-7'])('is one submission for its Idempotency-Key: %s', async (key) => {
    const email = somebody();
    const send = () => takeForm(test.system, json({ email }, { 'idempotency-key': key }));
    expect(bodyOf(await send())).toEqual(bodyOf(await send()));
    expect(await test.keptOf(email)).toHaveLength(1);
  });

  it("gets another visitor id when the browser is somebody else's", async () => {
    const { visitor } = await test.known({});
    const email = somebody();
    const answer = bodyOf(await takeForm(test.system, json({ email, _visitor: visitor })));
    expect(answer.visitor).toMatch(/^[\w-]{22}$/);
    expect((await test.keptOf(email))[0]?.visitor).toBe(answer.visitor);
  });

  it('gets a time to try again when everything refuses it', async () => {
    const system = { ...test.system, table: refusingTable, late: refusingQueue };
    const answer = await takeForm(system, json({ email: 'ann@acme.example' }));
    expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '5' } });
    expect(bodyOf(answer)).toMatchObject({ type: 'about:blank', status: 503 });
  });
});

describe('a form that the table refuses', () => {
  it('leads to the thank-you page: it waits in the late queue', async () => {
    const system = { ...test.system, table: refusingTable };
    expect(await takeForm(system, urlencoded({ email: somebody() }))).toMatchObject({ statusCode: 303 });
    expect(test.complaints).toContain('submission-late');
  });
});

describe('a browser that opts out', () => {
  it.each([
    [{ 'sec-gpc': '1' }, 'visitor-1'],
    [{}, 'a#b@c'],
    [{}, 'constructor'],
    [{}, '__proto__'],
    [{}, 7],
  ])('or has a malformed id is stored without a visitor: %j %j', async (headers, _visitor) => {
    const email = somebody();
    const answer = await takeForm(test.system, json({ email, _visitor }, headers as Record<string, string>));
    expect(bodyOf(answer)).not.toHaveProperty('visitor');
    expect((await test.keptOf(email))[0]).not.toHaveProperty('visitor');
  });
});

describe('a request that cannot be read', () => {
  const form = (type: string, body: string) =>
    request({ headers: { accept: '*/*', 'content-type': type }, body });

  it.each([
    ['truncated JSON', jsonText('{"email":"a@b'), 400],
    ['a list', json([{ email: 'a@b.nl' }]), 400],
    ['a text', json('a@b.nl'), 400],
    ['null', json(null), 400],
    ['multipart without a boundary', form('multipart/form-data', 'x'), 400],
    ['multipart that ends too early', form('multipart/form-data; boundary=x', '--x\r\nContent-Disp'), 400],
    ['too much JSON', json({ email: 'a@b.nl', company: 'x'.repeat(102_400) }), 413],
    ['too large a form', urlencoded({ email: 'a@b.nl', company: 'x'.repeat(102_400) }), 413],
    ['XML', form('application/xml', '<email/>'), 415],
    ['a text without a type', request({ headers: {}, body: 'email=a@b.nl' }), 415],
  ])('is refused: %s', async (_, event, status) => {
    expect(await takeForm(test.system, event)).toMatchObject({ statusCode: status });
  });

  it.each([
    [json({}), 'application/problem+json; charset=utf-8'],
    [urlencoded({}), 'text/html; charset=utf-8'],
  ])('is refused when there is no such form, as a page or as JSON', async (event, type) => {
    event.pathParameters = { form: 'nothing' };
    const answer = await takeForm(test.system, event);
    expect(answer).toMatchObject({ statusCode: 404, headers: { 'content-type': type } });
  });

  it('is answered like an empty form when it is empty', async () => {
    expect(await takeForm(test.system, request({ headers: {} }))).toMatchObject({ statusCode: 422 });
  });
});
