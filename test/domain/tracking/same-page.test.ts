import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePageUrl, pathOf } from '../../../shared/domain/tracking/page-url.ts';
import { matchesPath, pageNameOf, SAME_PAGE } from '../../../shared/domain/tracking/same-page.ts';

const stored = (url: string) => parsePageUrl(url)?.url ?? '';
const page = (url: string, same = SAME_PAGE) => pageNameOf(stored(url), same);
const matches = (url: string, pattern: string, same = SAME_PAGE) =>
  matchesPath(pathOf(stored(url)), [pattern], same);

const pricing = [
  'https://x.nl/pricing',
  'http://www.x.nl/PRICING',
  'https://x.nl/pricing.html',
  'https://x.nl/Pricing.PHP?a=b#plans',
  'https://x.nl/pricing/index.html',
  'https://x.nl/pricing/default.aspx',
  'https://x.nl/en/pricing/',
  'https://x.nl/nl/pricing/index.htm',
  'https://x.nl/EN-gb/pricing',
  'https://x.nl/nl_BE/pricing',
  'https://x.nl//pricing',
  'https://x.nl/pricing//',
  'https://x.nl/pricing;jsessionid=1',
  'https://x.nl/pricing.html;jsessionid=1?a=b',
  'https://x.nl/%70ricing',
  'https://x.nl/a/../pricing',
  'https://x.nl/pricing.',
  'https://x.nl/pricing%20',
  'https://x.nl./pricing',
  'https://x.nl:443/pricing',
  'http://x.nl:443/pricing',
  'https://x.nl/#/pricing',
  'https://x.nl/#!/pricing?plan=pro',
  'https://x.nl/index.html#/pricing/',
  'https://x.nl/nl/#/pricing',
  'https://x.nl/#/pricing#plans',
  'https://x.nl/index.php/pricing',
  'https://x.nl/Index.php/nl/pricing/index.html',
];

describe('one page', () => {
  it.each(pricing)('is %s', (url) => {
    expect(page(url)).toBe('x.nl/pricing');
    for (const pattern of ['/pricing', '/Pricing.html', '/index.php/pricing', '/pricing/', '/pric*', '/*'])
      expect([pattern, matches(url, pattern)]).toEqual([pattern, true]);
    for (const pattern of ['/', '/pricing/*', '/pricing/old'])
      expect([pattern, matches(url, pattern)]).toEqual([pattern, false]);
  });

  it.each([
    ['caf\u00e9', 'cafe\u0301'],
    ['caf%C3%A9', 'caf%c3%a9'],
    ['CAF\u00c9', 'caf%c3%a9'],
    ['caf%E9', 'CAF%e9'],
  ])('is /%s and /%s', (one, other) => {
    expect(page(`https://x.nl/${one}`)).toBe(page(`https://x.nl/${other}`));
  });

  it.each(['', '/', '/index.html', '/nl', '/en/', '/de/index.php', '/#/', '/?a=b', '//'])(
    'is the front page: %s',
    (path) => {
      expect(page(`https://x.nl${path}`)).toBe('x.nl/');
      expect(matches(`https://x.nl${path}`, '/')).toBe(true);
    },
  );

  it('is the same after being written as a page once more', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true }), (url) => {
        const once = page(url);
        expect(pageNameOf(`https://${once}`)).toBe(once);
      }),
    );
  });
});

describe('two pages', () => {
  it.each([
    ['/pricing', '/prices'],
    ['/pricing', '/pricing/old'],
    ['/a/b', '/a%2Fb'],
    ['/guide.pdf', '/guide'],
    ['/node.js', '/node'],
    ['/nlp', '/p'],
    ['/it/pricing', '/pricing'],
    ['/100%25', '/100'],
  ])('are %s and %s', (one, other) => {
    expect(page(`https://x.nl${one}`)).not.toBe(page(`https://x.nl${other}`));
  });

  it('are those of two hosts or ports', () => {
    const hosts = ['https://x.nl/a', 'https://shop.x.nl/a', 'http://x.nl:8080/a'];
    expect(new Set(hosts.map((url) => page(url))).size).toBe(3);
  });

  it('never fail, whatever the address', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (path, pattern) => void matchesPath(path, [pattern])));
  });
});

describe('a pattern', () => {
  it('without a language names pages in every language, with one only its own', () => {
    for (const path of ['/guides/a', '/nl/guides/a', '/en-us/guides/a'])
      expect(matches(`https://x.nl${path}`, '/guides/*')).toBe(true);
    expect(matches('https://x.nl/nl/guides/a.html', '/nl/guides/a')).toBe(true);
    expect(matches('https://x.nl/guides/a', '/nl/guides/a')).toBe(false);
    expect(matches('https://x.nl/nl/a', '/nl/*')).toBe(true);
    expect(matches('https://x.nl/a', '/nl/*')).toBe(false);
  });

  it('of a folder does not name the folder itself', () => {
    for (const path of ['/guides', '/guides/', '/guides/index.html', '/nl/guides/'])
      expect(matches(`https://x.nl${path}`, '/guides/*')).toBe(false);
  });
});

describe('a playbook', () => {
  it('says what is the same page', () => {
    const strict = { languages: ['it'], indexFiles: [], endings: [], ignoreCase: false };
    expect(page('https://x.nl/it/Pricing.html', strict)).toBe('x.nl/Pricing.html');
    expect(page('https://x.nl/nl/index', strict)).toBe('x.nl/nl/index');
    expect(matches('https://x.nl/PRICING', '/pricing', strict)).toBe(false);
  });
});
