import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companySchema, type GivenColours } from '../../../shared/domain/look/company.ts';
import { contrast, leastContrast, legible, mixed } from '../../../shared/domain/look/contrast.ts';
import { palettesOf, SCHEMES, weakPairs } from '../../../shared/domain/look/palette.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('the contrast of two colours', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#fff', '#fff', 1],
    // https://webaim.org/resources/contrastchecker and the examples of WCAG.
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#ff0000', '#ffffff', 4],
    ['#0000ff', '#ffffff', 8.59],
  ])('of %s on %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });

  it('is enough after `legible`, which keeps what is enough already', () => {
    fc.assert(
      fc.property(colour, colour, (one, other) => {
        const found = legible(one, [other]);
        expect(contrast(found, other)).toBeGreaterThanOrEqual(4.5);
        if (contrast(one, other) >= 4.5) expect(found).toBe(one);
      }),
    );
  });

  it('keeps the hue where it makes a colour darker', () => {
    expect(legible('#ffcc00', ['#ffffff'])).toBe('#8f7200');
    expect(mixed('#000000', '#ffffff', 0.5)).toBe('#808080');
  });
});

describe('the colours of a company', () => {
  const scheme = fc.record(
    { brand: colour, accent: colour, page: colour, card: colour },
    { requiredKeys: [] },
  );

  it('are all legible, whatever it chose, unless the check says which are not', () => {
    fc.assert(
      fc.property(scheme, scheme, (light, dark) => {
        const company = { colours: { light, dark } as Record<'light' | 'dark', GivenColours> };
        const weak = weakPairs(company);
        const palettes = palettesOf(company);
        for (const name of SCHEMES) {
          if (weak.some((pair) => pair.scheme === name)) continue;
          const { page, card, bed, tint, text, quiet, brand, onBrand, line, wrong, warn, unsure } =
            palettes[name];
          for (const one of [text, brand, quiet, wrong, warn, unsure]) {
            // Between a page and a card that are very different there may be no place for shades.
            const behind = one === text || one === brand ? [page, card, bed, tint] : [card];
            if (leastContrast(one, [page, card]) >= 4.5)
              expect(leastContrast(one, behind)).toBeGreaterThanOrEqual(4.5);
          }
          expect(contrast(onBrand, brand)).toBeGreaterThanOrEqual(4.5);
          expect(leastContrast(line, [page, card])).toBeGreaterThanOrEqual(3);
        }
      }),
    );
  });

  it('need no more than a brand: dark mode follows', () => {
    const { light, dark } = palettesOf({ colours: { light: { brand: '#0b5f4c' } } });
    expect(light.brand).toBe('#0b5f4c');
    expect(leastContrast(dark.brand, [dark.page, dark.card])).toBeGreaterThanOrEqual(6);
    expect(palettesOf({}).dark.brand).toBe('#53c99c');
  });

  it('are refused with the pair, its ratio and a colour that would do', () => {
    const [pair] = weakPairs({ colours: { light: { brand: '#ffcc00' } } });
    expect(pair).toMatchObject({ scheme: 'light', change: 'brand', against: 'page', least: 4.5 });
    expect(pair?.ratio).toBeCloseTo(1.39, 1);
    expect(contrast(pair?.instead ?? '', '#f5f6f4')).toBeGreaterThanOrEqual(4.5);
  });

  it('have a suggestion that passes the check, whenever they have one', () => {
    fc.assert(
      fc.property(scheme, (light) => {
        for (const { change, instead } of weakPairs({ colours: { light: light as GivenColours } })) {
          if (instead === undefined) continue;
          const mended = weakPairs({ colours: { light: { ...light, [change]: instead } as GivenColours } });
          expect(mended.filter((pair) => pair.change === change && pair.colours[0] === instead)).toEqual([]);
        }
      }),
    );
  });
});

describe('company.yaml', () => {
  const company = { name: 'Acme', address: 'Kade 1, Utrecht' };

  it('needs a name and an address, and nothing else', () => {
    expect(companySchema.parse(company)).toEqual(company);
    for (const name of Object.keys(company))
      expect(companySchema.safeParse({ ...company, [name]: ' ' }).success).toBe(false);
  });

  it.each([
    { name: 'Acme {{ x }}' },
    { name: 'Acme\nX' },
    { links: { home: { nl: 'javascript:alert(1)', en: '/' } } },
    { links: { home: { nl: '//evil.example', en: '/' } } },
    { links: { home: { nl: '/"><b>', en: '/' } } },
    { links: { home: { nl: 'http://acme.example', en: '/' } } },
    { links: { blog: { nl: '/', en: '/' } } },
    { colours: { light: { brand: 'green' } } },
    { colours: { light: { brand: '#0b5f4c;} body{display:none' } } },
    { logo: { light: '../secret.png', alt: { nl: 'A', en: 'A' } } },
    { logo: { light: 'pictures/logo.svg', alt: { nl: 'A', en: 'A' } } },
    { logo: { light: 'pictures/logo.png' } },
  ])('cannot have %j', (more) => {
    expect(companySchema.safeParse({ ...company, ...more }).success).toBe(false);
  });
});
