import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Company } from '../../../shared/domain/look/company.ts';
import type { Picture } from '../../../shared/domain/look/picture.ts';
import { consoleStyle } from '../../../shared/web/console/style.ts';
import { pageStyle } from '../../../shared/web/handover/style.ts';
import { renderPage } from '../../../shared/web/layout/page.tsx';
import { pageHeaders } from '../../../shared/web/layout/page-headers.ts';
import { STYLE } from '../../../shared/web/layout/style.ts';
import { lookOf, plainLook } from '../../../shared/web/look/look.ts';
import { themeStyle } from '../../../shared/web/look/theme.ts';

const WEBSITE = 'https://www.acme.example';
const mailing = {};
const company: Company = {
  ...{ name: 'Acme <b>& Co</b>', legalName: 'Acme B.V.', address: 'Kade 1, Utrecht' },
  links: {
    home: { nl: '/nl/', en: '/' },
    privacy: { nl: '/nl/privacy', en: '/privacy' },
    terms: { nl: 'https://terms.example/nl', en: 'https://terms.example/' },
  },
  colours: { light: { brand: '#702082' } },
};
const picture = (digest: string): Picture => ({
  digest: digest.repeat(24),
  ...({ type: 'png', width: 300, height: 100, bytes: 1_000 } as const),
});
const pictures = { 'pictures/logo.png': picture('a'), 'pictures/night.png': picture('b') };
const logo = { light: 'pictures/logo.png', dark: 'pictures/night.png', alt: { nl: 'Acme', en: 'Acme' } };
const shown = (more: Partial<Company> = {}, language: 'nl' | 'en' = 'en') => {
  const look = lookOf({ company: { ...company, ...more }, mailing, pictures }, WEBSITE);
  return { look, html: renderPage({ language, look, title: 'Hello', children: '' }) };
};

describe('a page for visitors', () => {
  it('has the name of the company, which leads to its home page, and its address and pages below', () => {
    const { html } = shown({}, 'nl');
    expect(html).toContain(`href="${WEBSITE}/nl/">Acme &lt;b&gt;&amp; Co&lt;/b&gt;</a>`);
    expect(html).toContain('Acme B.V., Kade 1, Utrecht');
    expect(html).toContain(`<a href="${WEBSITE}/nl/privacy">Privacy</a>`);
    expect(html).toContain('<a href="https://terms.example/nl">Voorwaarden</a>');
  });

  it('has its colours, and a policy that allows exactly its own styles', () => {
    const { look, html } = shown();
    expect(html).toContain('--accent:#702082');
    const policy = pageHeaders(look)['content-security-policy'];
    const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style = '']) => style);
    const hashes = styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).toContain(`style-src ${hashes.join(' ')};`);
    expect(policy).not.toContain('img-src');
  });

  it('has its logo for light and dark, and may load that', () => {
    const { look, html } = shown({ logo });
    expect(html).toContain(`media="(prefers-color-scheme: dark)" srcset="/pictures/${'b'.repeat(24)}.png"`);
    expect(html).toMatch(/<img src="\/pictures\/a{24}\.png" width="300" height="100" alt="Acme"/);
    expect(pageHeaders(look)['content-security-policy']).toContain("img-src 'self'");
  });

  it('has the name beside a logo without it, and says it once', () => {
    const { html } = shown({ logo: { ...logo, withName: true } });
    expect(html).toContain('alt=""');
    expect(html).toContain('<span>Acme &lt;b&gt;');
  });

  it('has the name where the picture of a logo is gone', () => {
    expect(shown({ logo: { ...logo, light: 'pictures/gone.png' } }).html).toContain('>Acme &lt;b&gt;');
  });

  it('looks as it did for a playbook from before there was company.yaml', () => {
    const sender = { name: 'Acme', company: 'Acme B.V.', address: 'Kade 1' };
    const look = lookOf({ mailing: { sender } }, WEBSITE);
    expect(look.company).toEqual({ name: 'Acme', legalName: 'Acme B.V.', address: 'Kade 1' });
    expect(look.theme).toBe(themeStyle({}));
  });

  it('names the website while no playbook can be read', () => {
    const html = renderPage({ language: 'nl', look: plainLook(WEBSITE), title: 'Hello', children: '' });
    expect(html).toContain(`href="${WEBSITE}">acme.example</a>`);
    expect(html).not.toContain('<footer');
  });
});

it.each([
  ['for visitors', STYLE],
  ['for hand-overs', pageStyle],
  ['of the console', consoleStyle],
])('the style of the pages %s uses no colour that the theme does not have', (_, style) => {
  const theme = themeStyle({});
  const used = new Set([...style.matchAll(/var\((--[\w-]+)\)/g)].map(([, name = '']) => name));
  const own = new Set([...style.matchAll(/(--[\w-]+):/g)].map(([, name = '']) => name));
  expect([...used].filter((name) => !theme.includes(`${name}:`) && !own.has(name))).toEqual([]);
});
