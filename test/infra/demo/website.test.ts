import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createWebsite, paths } from '../../../infra/demo/website/site.tsx';
import { BACKUP_DAYS } from '../../../shared/domain/identity/backups.ts';

const origin = 'http://website.test';
const apiUrl = 'http://api.test';
const website = createWebsite({ apiUrl, now: () => Date.parse('2026-03-02T10:00:00Z') });
const get = (path: string) => website.request(origin + path);
const textOf = async (path: string) => (await get(path)).text();
const everyPage = paths.flatMap((path) => [path, `/nl${path}`]);

describe.each(everyPage)('the page %s', (path) => {
  it('declares its language and its translation', async () => {
    const response = await get(path);
    const html = await response.text();
    const english = path.replace(/^\/nl/, '');
    expect(response.status).toBe(200);
    expect(html).toContain(path.startsWith('/nl') ? '<html lang="nl">' : '<html lang="en">');
    expect(html).toContain(`<link rel="alternate" hreflang="en" href="${origin}${english}"/>`);
    expect(html).toContain(`<link rel="alternate" hreflang="nl" href="${origin}/nl${english}"/>`);
    expect(html).toContain(`<script async="" src="${apiUrl}/t.js" data-consent="required">`);
  });

  it('links only to pages that exist, and loads nothing from other sites', async () => {
    const html = await textOf(path);
    const links = [...html.matchAll(/(?:href|src)="([^"#]+)"/g)].map(([, link]) => link as string);
    for (const link of new Set(links)) {
      if (link.startsWith('data:') || link === `${apiUrl}/t.js`) continue;
      expect(link).toMatch(new RegExp(`^(/|${origin}/)`));
      expect((await get(link.replace(origin, ''))).status, link).toBe(200);
    }
  });
});

describe('a form of the website', () => {
  const forms = parse(readFileSync('shared/playbook/forms.yaml', 'utf8'));

  it('sends its language, its page and the time it was rendered', async () => {
    const html = await textOf('/nl/contact');
    expect(html).toContain('name="_locale" value="nl"');
    expect(html).toContain(`name="_page" value="${origin}/nl/contact"`);
    expect(html).toContain('name="_t" value="2026-03-02T10:00:00.000Z"');
  });

  it.each([
    ['whitepaper', '/whitepaper'],
    ['contact', '/contact'],
    ['newsletter', '/'],
  ])('%s asks for permission in the wording that is stored as proof', async (name, path) => {
    expect(await textOf(path)).toContain(forms[name].permission.en.trim());
    expect(await textOf(`/nl${path}`)).toContain(forms[name].permission.nl.trim());
    expect(await textOf(path)).toContain(`action="${apiUrl}/f/${name}"`);
  });
});

describe('the page about privacy', () => {
  it('says how long backups keep what was erased', async () => {
    expect(await textOf('/cookies')).toContain(`Backups still have it for ${BACKUP_DAYS} days`);
    expect(await textOf('/nl/cookies')).toContain(`reservekopieën staat het daarna nog ${BACKUP_DAYS} dagen`);
  });
});

describe('a page that does not exist', () => {
  it('gets a 404 page in the language of its path', async () => {
    const response = await get('/nl/nergens');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Deze pagina bestaat niet');
  });
});
