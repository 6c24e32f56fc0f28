import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAmountIn, readAmount } from '../../shared/domain/amount.ts';

const exactly = (number: number) => ({ from: number, to: number });

describe('an amount', () => {
  it.each([
    ['50', exactly(50)],
    [' 0050 ', exactly(50)],
    ['1.000', exactly(1_000)],
    ['1,000', exactly(1_000)],
    ['1 000', exactly(1_000)],
    ['1\u00a0000', exactly(1_000)],
    ["1'000", exactly(1_000)],
    ['1’000', exactly(1_000)],
    ['1,234,567', exactly(1_234_567)],
    ['50.0', exactly(50)],
    ['1.200,00', exactly(1_200)],
    ['1,200.00', exactly(1_200)],
    ['5K', exactly(5_000)],
    ['1,5k', exactly(1_500)],
    ['1.5 k', exactly(1_500)],
    ['2 duizend', exactly(2_000)],
    ['١٢٠', exactly(120)],
    ['１２０', exactly(120)],
    ['१२०', exactly(120)],
    ['\u200b50\ufeff', exactly(50)],
    ['50 medewerkers', exactly(50)],
    ['50 FTE', exactly(50)],
    ['~50', exactly(50)],
    ['± 50', exactly(50)],
    ['ca. 50', exactly(50)],
    ['ongeveer 50 mensen', exactly(50)],
    ['€ 10.000,-', exactly(10_000)],
    ['EUR 10.000', exactly(10_000)],
    ['10.000 euro', exactly(10_000)],
  ])('is one number: %j', (text, amount) => expect(readAmount(text)).toEqual(amount));

  it.each([
    ['10-50', 10, 50],
    ['10 – 50', 10, 50],
    ['10 \u2011 50', 10, 50],
    ['10 tot 50', 10, 50],
    ['10 t/m 50', 10, 50],
    ['10 tot en met 50', 10, 50],
    ['10 to 50', 10, 50],
    ['van 10 tot 50', 10, 50],
    ['tussen de 10 en 50', 10, 50],
    ['between 10 and 50', 10, 50],
    ['501-1,000 employees', 501, 1_000],
    ['1,001-5,000', 1_001, 5_000],
    ['1.200-5.000', 1_200, 5_000],
    ['1k-5k', 1_000, 5_000],
  ])('is a range: %j', (text, from, to) => expect(readAmount(text)).toEqual({ from, to }));

  it.each([
    ['500+', { from: 500 }],
    ['5k+', { from: 5_000 }],
    ['10,001+', { from: 10_001 }],
    ['1,200+', { from: 1_200 }],
    ['500+ employees', { from: 500 }],
    ['500 of meer', { from: 500 }],
    ['at least 500', { from: 500 }],
    ['>= 500', { from: 500 }],
    ['> 500', { from: 501 }],
    ['meer dan 500', { from: 501 }],
    ['<10', { to: 9 }],
    ['minder dan 10', { to: 9 }],
    ['≤ 10', { to: 10 }],
    ['max. 10', { to: 10 }],
    ['up to 10', { to: 10 }],
  ])('has one end: %j', (text, amount) => expect(readAmount(text)).toEqual(amount));

  it.each([
    ...['51,200', '1,200', '1-5k', '1.234k', '5²', '½'],
    ...['', '+', '-', 'k', 'many', 'two', 'n/a', '-5', '50.5', '2,5', '1e3', '0x10', '1.00.000', '1,000.000'],
    ...['50-10', '1-10, 11-50', '10/50', '1-2-3', 'Jan-10', '1-okt', '2026-10-01', '<0'],
    ...['3 locations', '50 here, 300 abroad', '9999999999', '9'.repeat(5_000)],
  ])('is never guessed: %j', (text) => expect(readAmount(text)).toBeUndefined());

  it('is what a country writes, or refused where its commas may be a range', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (number) => {
        for (const country of ['nl-NL', 'de-CH', 'fr-FR', 'en-US', 'ar-EG']) {
          const amount = readAmount(number.toLocaleString(country));
          if (amount === undefined) expect(country).toMatch(/en-US|ar-EG/);
          else expect(amount).toEqual(exactly(number));
        }
      }),
    );
  });

  it('never throws, and never has its ends the wrong way round', () => {
    const piece = fc.constantFrom(..."0159.,' -–+<>~k€", ' tot ', ' to ', 'ca. ', ' fte');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { from = 0, to = from } = readAmount(pieces.join('')) ?? {};
        return from <= to && Number.isSafeInteger(from) && Number.isSafeInteger(to);
      }),
    );
  });
});

describe('a test of an amount', () => {
  it.each([
    [{ from: 20, to: 50 }, '20', true],
    [{ from: 20, to: 50 }, '50', true],
    [{ from: 20, to: 50 }, '51', false],
    [{ from: 20, to: 50 }, '19', false],
    [{ from: 20, to: 50 }, '30-100', true],
    [{ from: 250 }, '500+', true],
    [{ to: 50 }, '<10', true],
    [{ from: 1, to: 50 }, '<10', false],
    [{ to: 5 }, '<10', false],
    [{}, 'many', false],
    [{}, undefined, false],
  ])('%j of %j is %s', (range, answer, holds) => expect(isAmountIn(range, answer)).toBe(holds));
});
