import { describe, expect, it } from 'vitest';
import { localeOf } from '../../../shared/domain/forms/locale.ts';

describe('the language of a form', () => {
  it.each([
    ['nl', 'en', 'nl'],
    ['en', 'nl', 'en'],
    ['fr', 'nl', 'nl'],
    [undefined, 'nl-BE,nl;q=0.9,en;q=0.8', 'nl'],
    [undefined, 'fr-FR,en;q=0.5,nl;q=0.9', 'nl'],
    [undefined, 'de,fr', 'en'],
    [undefined, undefined, 'en'],
    [['nl'], ';;,=q', 'en'],
  ])('asked for as %j by a browser that prefers %j is %s', (asked, accepted, locale) => {
    expect(localeOf(asked, accepted)).toBe(locale);
  });
});
