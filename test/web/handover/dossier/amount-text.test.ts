import { describe, expect, it } from 'vitest';
import { amountText } from '../../../../shared/web/handover/dossier/action-text.ts';

describe('the amount of a deal', () => {
  it.each([
    [1_000, 'EUR', '€1,000'],
    [1_000.5, 'EUR', '€1,000.50'],
    [0, 'EUR', '€0'],
    [0.05, 'EUR', '€0.05'],
    [1_000, 'SEK', 'SEK 1,000'],
  ])('%d %s is written as on an invoice', (amount, currency, text) => {
    // A space that does not break stands between a code and its amount.
    expect(amountText('en', amount, currency).replace('\u00a0', ' ')).toBe(text);
  });
});
