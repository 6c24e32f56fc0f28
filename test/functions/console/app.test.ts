import { describe, expect, it } from 'vitest';
import { shippedPlaybook } from '../../web/handover/dossier/example.ts';
import { ORIGIN, testConsole, viewers } from './test-console.ts';

describe('every page of the console', () => {
  it('loads only its own style and script, shows in no frame and is kept nowhere', async () => {
    const page = await (await testConsole()).get('/console/nothing');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('same-origin');
  });

  it('names the person and the role', async () => {
    const text = await (await (await testConsole()).get('/console/nothing')).text();
    expect(text).toContain('Admin, admin');
  });

  it('says what to do when there is no such page', async () => {
    const page = await (await testConsole()).get('/console/nothing');
    expect(page.status).toBe(404);
    expect(await page.text()).toContain('There is no such page');
  });

  it('has no page at an address that leads out of it', async () => {
    for (const path of ['/console/leads/../..', '/console/companies/../../x', '/'])
      expect((await (await testConsole()).get(path)).status).toBe(404);
  });

  it('speaks the language that was asked for, and remembers it', async () => {
    const page = await (await testConsole()).get('/console/nothing?lang=nl');
    expect(await page.text()).toContain('<html lang="nl">');
    expect(page.headers.get('set-cookie')).toContain('__Host-kansrijk-language=nl');
    const next = await (await testConsole()).get('/console/nothing', {
      cookie: '__Host-kansrijk-language=nl',
    });
    expect(await next.text()).toContain('<html lang="nl">');
  });

  it('is compressed for a browser that can read that', async () => {
    const page = await (await testConsole()).get('/console/nothing', { 'accept-encoding': 'gzip' });
    expect(page.headers.get('content-encoding')).toBe('gzip');
  });

  it('has the name and the colours of the company, which a browser keeps until they change', async () => {
    const playbook = shippedPlaybook();
    const company = { name: 'Acme', address: 'Kade 1', colours: { light: { brand: '#702082' } } };
    const test = await testConsole(viewers.admin, { playbook: async () => ({ ...playbook, company }) });
    const html = await (await test.get('/console/nothing')).text();
    expect(html).toMatch(/<span class="company">\s*Acme\s*<\/span>/);
    const [theme = ''] = /\/console\/assets\/theme-[^"]+/.exec(html) ?? [];
    const answer = await test.get(theme);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(await answer.text()).toContain('--accent:#702082');
    const old = await test.get('/console/assets/theme-old.css');
    expect(old.headers.get('cache-control')).toBe('no-store');
    expect(await old.text()).toContain('--accent:#702082');
  });

  it('lets a browser keep its style for good', async () => {
    const test = await testConsole();
    const [, style = ''] = /href="(\/console\/assets\/[^"]+\.css)"/.exec(
      await (await test.get('/console/nothing')).text(),
    ) as RegExpExecArray;
    const answer = await test.get(style);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toContain('immutable');
  });
});

describe('a form that comes from elsewhere', () => {
  it.each([['https://evil.test'], ['null'], [`${ORIGIN}.evil.test`], ['http://kansrijk.test']])(
    'is refused from %s',
    async (origin) => {
      expect((await (await testConsole()).post('/console/leads', {}, { origin })).status).toBe(403);
    },
  );

  it('is refused when it does not say from where', async () => {
    expect((await (await testConsole()).post('/console/leads', {}, { origin: '' })).status).toBe(403);
  });
});

describe('what is no form', () => {
  it.each([
    ['application/json', '{"a":1}'],
    ['text/plain', 'a=b'],
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=z', '--z broken'],
  ])('is refused, and no failure of ours: %s', async (type, body) => {
    const { app, failures } = await testConsole();
    for (const path of ['', '/people', '/people/x', '/keys', '/companies/acme.nl']) {
      const headers = { origin: ORIGIN, 'content-type': type };
      const answer = await app.request(`${ORIGIN}/console${path}`, { method: 'POST', headers, body });
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('This form could not be read');
    }
    expect(failures).toEqual([]);
  });
});
