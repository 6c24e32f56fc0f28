import { describe, expect, it } from 'vitest';
import { parsePageUrl, pathOf } from '../../../shared/domain/tracking/page-url.ts';

describe('the URL of a page', () => {
  it('is stored without query and fragment, and with the campaign', () => {
    const text = 'https://Example.nl/guides/x/?email=ann@x.nl&utm_source=li&utm_campaign=spring#top';
    expect(parsePageUrl(text)).toEqual({
      url: 'https://example.nl/guides/x',
      campaign: { source: 'li', name: 'spring' },
    });
  });

  it('loses user name and password', () => {
    expect(parsePageUrl('https://ann:secret@example.nl/')?.url).toBe('https://example.nl/');
  });

  it('is the same with and without a trailing slash', () => {
    expect(parsePageUrl('https://x.nl')).toEqual(parsePageUrl('https://x.nl/'));
    expect(parsePageUrl('https://x.nl/a/')).toEqual(parsePageUrl('https://x.nl/a'));
  });

  it.each([
    ['https://x.nl/#/pricing?plan=pro', 'https://x.nl/#/pricing'],
    ['https://x.nl/app/?a=b#!/pricing/', 'https://x.nl/app/#!/pricing'],
    ['https://x.nl/#/pricing#ann@x.nl', 'https://x.nl/#/pricing'],
    ['https://x.nl/a/#/', 'https://x.nl/a'],
    ['https://x.nl/a#!', 'https://x.nl/a'],
    ['https://x.nl/a#access_token=1/2', 'https://x.nl/a'],
  ])('keeps the route of a page that a script shows: %s', (text, url) =>
    expect(parsePageUrl(text)).toEqual({ url }),
  );

  it.each([
    'https://x.nl/?utm_source=li&amp;utm_medium=mail',
    'https://x.nl/?utm_source=li&amp;amp;utm_medium=mail',
    'https://x.nl/?utm_source=li&#38;utm_medium=mail',
    'https://x.nl/?utm_source=li&#x26;utm_medium=mail',
    'https://x.nl/?utm_source=li&#038;utm_medium=mail',
    'https://x.nl/?utm_source=li&amp%3Butm_medium=mail',
  ])('has its campaign however often it was escaped: %s', (text) =>
    expect(parsePageUrl(text)).toEqual({ url: 'https://x.nl/', campaign: { source: 'li', medium: 'mail' } }),
  );

  it('has the campaign of its route', () => {
    expect(parsePageUrl('https://x.nl/#/a?utm_source=li')).toEqual({
      url: 'https://x.nl/#/a',
      campaign: { source: 'li' },
    });
  });

  it('drops a campaign that contains an e-mail address', () => {
    expect(parsePageUrl('https://x.nl/?utm_term=ann@x.nl')).toEqual({ url: 'https://x.nl/' });
  });

  it.each(['', 'x', '/a', 'javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'https://'])(
    'is refused when it is no web address: %s',
    (text) => expect(parsePageUrl(text)).toBeUndefined(),
  );

  it('is cut off after 1,024 characters', () => {
    expect(parsePageUrl(`https://x.nl/${'a'.repeat(1_000_000)}`)?.url.length).toBe(1_024);
  });

  it('has a path', () => {
    expect(pathOf('https://x.nl/a/b')).toBe('/a/b');
    expect(pathOf('https://x.nl/')).toBe('/');
  });
});

describe('the URL of a page that a mail led to', () => {
  const key = 'q83vEjRWeJCrze8SNFZ4kA';

  it('yields its click token before the query is dropped', () => {
    expect(parsePageUrl(`https://x.nl/guides?kansrijk=${key}&a=b`)).toEqual({
      url: 'https://x.nl/guides',
      viaMail: key,
    });
  });

  it('yields the last one, when the link was copied from the page of another click', () => {
    const other = key.toLowerCase();
    expect(parsePageUrl(`https://x.nl/?kansrijk=${other}&kansrijk=${key}`)?.viaMail).toBe(key);
  });

  it('yields none for a parameter k of the website itself', () => {
    expect(parsePageUrl(`https://x.nl/search?k=${key}`)).toEqual({ url: 'https://x.nl/search' });
  });

  it.each([
    '',
    'ann@x.nl',
    `${key}.0`,
    `${key}a`,
    key.slice(1),
    `C#${key}`,
    `${key.slice(1)}#`,
    `${key.slice(1)}\n`,
  ])('yields no click token with kansrijk=%j', (k) =>
    expect(parsePageUrl(`https://x.nl/?kansrijk=${encodeURIComponent(k)}`)).toEqual({ url: 'https://x.nl/' }),
  );
});
