import { describe, expect, it } from 'vitest';
import { parseAmount } from '../../../shared/web/handover/parse-amount.ts';

describe('an amount', () => {
  it.each([
    ['0', 0],
    ['12500', 12_500],
    ['12.500', 12_500],
    ['12,500', 12_500],
    ['1.250.000,75', 1_250_000.75],
    ['1,250,000.75', 1_250_000.75],
    ['12500,5', 12_500.5],
    [' € 12.500,- ', 12_500],
    ['12 500 EUR', 12_500],
  ])('%j is %d euros', (text, euros) => {
    expect(parseAmount(text)).toBe(euros);
  });

  it.each(['', '€', 'ten', '-5', '1e9', '12.50.0', '1.25,000.00', '12,5000', '0x10', '١٢'])(
    'is none in %j',
    (text) => {
      expect(parseAmount(text)).toBeUndefined();
    },
  );
});
