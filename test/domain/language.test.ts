import { describe, expect, it } from 'vitest';
import { askedLanguage, preferredLanguage } from '../../shared/domain/language.ts';

describe('the language of a page', () => {
  it.each([
    [{ lang: 'nl' }, 'en', 'nl'],
    [{ locale: 'en' }, 'nl', 'en'],
    [{ _locale: 'nl' }, 'en', 'nl'],
    [{ lang: 'NL-be' }, 'en', 'nl'],
    [{ lang: 'fr', locale: 'nl_NL' }, 'en', 'nl'],
    [{ lang: 'nl', locale: 'en' }, 'en', 'nl'],
    [{ lang: 'fr' }, 'nl', 'nl'],
    [{ lang: 'nl,en' }, 'en', 'nl'],
    [undefined, 'nl-BE,nl;q=0.9,en;q=0.8', 'nl'],
    [undefined, 'fr-FR,en;q=0.5,nl;q=0.9', 'nl'],
    [undefined, 'de,fr', 'en'],
    [undefined, 'nl;q=0, *', 'en'],
    [undefined, undefined, 'en'],
    [{ lang: ['nl'], locale: 7 }, ';;,=q', 'en'],
  ])('asked for as %j by a browser that prefers %j is %s', (asked, accepted, language) => {
    expect(preferredLanguage(askedLanguage(asked), accepted)).toBe(language);
  });
});
