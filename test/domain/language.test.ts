import { describe, expect, it } from 'vitest';
import { preferredLanguage } from '../../shared/domain/language.ts';

describe('the language of a page', () => {
  it.each([
    ['nl', 'en', 'nl'],
    ['en', 'nl', 'en'],
    ['fr', 'nl', 'nl'],
    [undefined, 'nl-BE,nl;q=0.9,en;q=0.8', 'nl'],
    [undefined, 'fr-FR,en;q=0.5,nl;q=0.9', 'nl'],
    [undefined, 'de,fr', 'en'],
    [undefined, undefined, 'en'],
    [['nl'], ';;,=q', 'en'],
  ])('asked for as %j by a browser that prefers %j is %s', (asked, accepted, language) => {
    expect(preferredLanguage(asked, accepted)).toBe(language);
  });
});
