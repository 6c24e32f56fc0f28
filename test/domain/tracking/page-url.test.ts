import { describe, expect, it } from 'vitest';
import { parsePageUrl, pathOf } from '../../../shared/domain/tracking/page-url.ts';

describe('the address of a page', () => {
  it('is kept without query and fragment, the utm parameters apart', () => {
    const text = 'https://Example.nl/guides/x/?email=ann@x.nl&utm_source=li&utm_campaign=spring#top';
    expect(parsePageUrl(text)).toEqual({
      url: 'https://example.nl/guides/x',
      campaign: { source: 'li', name: 'spring' },
    });
  });

  it('loses user and password', () => {
    expect(parsePageUrl('https://ann:secret@example.nl/')?.url).toBe('https://example.nl/');
  });

  it('is one with and without a slash at the end', () => {
    expect(parsePageUrl('https://x.nl')).toEqual(parsePageUrl('https://x.nl/'));
    expect(parsePageUrl('https://x.nl/a/')).toEqual(parsePageUrl('https://x.nl/a'));
  });

  it('leaves out a campaign that holds an address of a person', () => {
    expect(parsePageUrl('https://x.nl/?utm_term=ann@x.nl')).toEqual({ url: 'https://x.nl/' });
  });

  it.each(['', 'x', '/a', 'javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'https://'])(
    'is refused when it is no web address: %s',
    (text) => expect(parsePageUrl(text)).toBeUndefined(),
  );

  it('of a million characters is cut', () => {
    expect(parsePageUrl(`https://x.nl/${'a'.repeat(1_000_000)}`)?.url.length).toBe(1_024);
  });

  it('has a path', () => {
    expect(pathOf('https://x.nl/a/b')).toBe('/a/b');
    expect(pathOf('https://x.nl/')).toBe('/');
  });
});

describe('the address of a page that a mail led to', () => {
  const key = 'q83vEjRWeJCrze8SNFZ4kA';

  it('gives up the landing key before its query is dropped', () => {
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
  ])('holds no landing key when it says k=%j', (k) =>
    expect(parsePageUrl(`https://x.nl/?k=${encodeURIComponent(k)}`)).toEqual({ url: 'https://x.nl/' }),
  );
});
