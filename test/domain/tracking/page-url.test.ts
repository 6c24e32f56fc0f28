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
    expect(parsePageUrl(`https://x.nl/guides?k=${key}&a=b`)).toEqual({
      url: 'https://x.nl/guides',
      viaMail: key,
    });
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
  ])('yields no click token with k=%j', (k) =>
    expect(parsePageUrl(`https://x.nl/?k=${encodeURIComponent(k)}`)).toEqual({ url: 'https://x.nl/' }),
  );
});
