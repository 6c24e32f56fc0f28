import { describe, expect, it } from 'vitest';
import { countryCode } from '../../../shared/domain/fit/country.ts';
import { CODES_OF_THREE } from '../../../shared/domain/fit/country-names.ts';

describe('the code of a country', () => {
  it('is the same for its codes and its names in the languages around us, its own and the one we use', () => {
    const countries: Record<string, string[]> = {
      NL: ['nl', 'NLD', 'Nederland', 'Netherlands', 'Niederlande', 'Pays-Bas', 'Países Bajos', 'Paesi Bassi'],
      GB: [
        'uk',
        'gb',
        'GBR',
        'Verenigd Koninkrijk',
        'United Kingdom',
        'Vereinigtes Königreich',
        'Reino Unido',
      ],
      DE: [
        'de',
        'deu',
        'Duitsland',
        'Germany',
        'Deutschland',
        'Allemagne',
        'Alemania',
        'Germania',
        'Alemanha',
      ],
      AF: ['af', 'AFG', 'Afghanistan'],
      ZW: ['zw', 'zwe', 'Zimbabwe'],
      JP: ['jpn', 'Japan', 'Giappone', '日本'],
      PL: ['pol', 'Polen', 'Poland', 'Pologne', 'Polska'],
    };
    for (const [code, texts] of Object.entries(countries))
      for (const text of texts) expect([text, countryCode(text)]).toEqual([text, code]);
    for (const text of ['', '--', 'xx', 'xxx', 'Mars'])
      expect([text, countryCode(text)]).toEqual([text, undefined]);
  });

  it.each([
    ['UK', 'GB'],
    ['U.K.', 'GB'],
    ['GBR', 'GB'],
    ['England', 'GB'],
    ['The United Kingdom of Great Britain and Northern Ireland', 'GB'],
    ['VK', 'GB'],
    ['nld', 'NL'],
    ['Holland', 'NL'],
    ['Holanda', 'NL'],
    ['NEDERLAND', 'NL'],
    ['The Netherlands', 'NL'],
    ['Netherlands, the', 'NL'],
    ['Nederland (NL)', 'NL'],
    ['DE', 'DE'],
    ['Deutschland (DE)', 'DE'],
    ['the', undefined],
    ['NL - Nederland', 'NL'],
    ['Pays-Bas', 'NL'],
    ['Niederlande', 'NL'],
    ['België', 'BE'],
    ['Belgie', 'BE'],
    ['Belgique', 'BE'],
    ['België / Belgique', 'BE'],
    ['Deutschland', 'DE'],
    ['Duitsland', 'DE'],
    ['Bundesrepublik Deutschland', 'DE'],
    ['Österreich', 'AT'],
    ['Suisse', 'CH'],
    ['España', 'ES'],
    ['Polska', 'PL'],
    ['Česko', 'CZ'],
    ['Czech Republic', 'CZ'],
    ['Türkiye', 'TR'],
    ['Turkey', 'TR'],
    ['U.S.A.', 'US'],
    ['United States of America', 'US'],
    ["Côte d'Ivoire", 'CI'],
    ['日本', 'JP'],
    ['Ελλάδα', 'GR'],
    ['Congo', undefined],
    ['Netherlands / Belgium', undefined],
    ['Los Angeles, CA', undefined],
    ['', undefined],
    ['constructor', undefined],
    ['Verenigd Koninkrijk', 'GB'],
    ['Germany', 'DE'],
    ['Korea', undefined],
    ['Nederland / Netherlands / Belgium', undefined],
    ['Nederland / Pays-Bas / NL', 'NL'],
    ['Mars', undefined],
  ])('is that of what people write: %s', (text, code) => {
    expect(countryCode(text)).toBe(code);
  });

  it.each([
    ['Koninkrijk België', 'BE'],
    ['République française', 'FR'],
    ['Éire', 'IE'],
    ['Grand Duchy of Luxembourg', 'LU'],
    ['Slovak Republic', 'SK'],
    ['Hellas', 'GR'],
    ['Swiss Confederation', 'CH'],
    ['Russian Federation', 'RU'],
    ["People's Republic of China", 'CN'],
    ['Hong Kong', 'HK'],
    ['Macao', 'MO'],
    ['Republic of Korea', 'KR'],
    ['UAE', 'AE'],
    ['R.S.A.', 'ZA'],
    ['Macedonia', 'MK'],
    ['Ivory Coast', 'CI'],
    ['Cape Verde', 'CV'],
    ['Swaziland', 'SZ'],
    ['Burma', 'MM'],
    ['Palestine', 'PS'],
    ['Bosnia', 'BA'],
    ['DRC', 'CD'],
    ['Congo-Brazzaville', 'CG'],
  ])('is known by a name that Intl does not give it: %s', (text, code) => {
    expect(countryCode(text)).toBe(code);
  });

  it('is known by its code of two and of three letters', () => {
    const codes = CODES_OF_THREE.trim().split(/\s+/);
    expect(codes.length).toBe(250);
    for (const both of codes) {
      const [two, three] = [both.slice(0, 2), both.slice(2)];
      expect([two, countryCode(two), countryCode(three.toLowerCase())]).toEqual([two, two, two]);
    }
  });

  it.each(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'XX', 'ZZ', 'European Union', 'United Nations'])(
    'is no group of countries, and no code without one: %s',
    (text) => {
      expect(countryCode(text)).toBeUndefined();
    },
  );
});
