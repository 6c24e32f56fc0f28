import { describe, expect, it } from 'vitest';
import { rankText } from '../../../../shared/web/handover/dossier/rank-text.ts';

describe('how a stalled lead was chosen', () => {
  it.each([
    [{ chance: 0.25 }, 'Of leads like this one, about 1 in 4 became a customer.'],
    [{ chance: 0.72 }, 'Of leads like this one, about 7 in 10 became a customer.'],
    [{ chance: 0.999 }, 'Of leads like this one, about 9 in 10 became a customer.'],
    [{ chance: 0 }, 'Of leads like this one, about 1 in 100 became a customer.'],
    [
      { won: 2, lost: 10, enough: 30 },
      'Chosen by fit and score: there are too few outcomes yet to know the chance (12 of 30).',
    ],
    [
      { won: 1, lost: 39, enough: 30 },
      'Chosen by fit and score: nearly all leads ended alike, so the chance is not known (1 won, 39 lost).',
    ],
  ])('is %j in words', (ranked, text) => {
    expect(rankText(ranked, 'en')).toBe(text);
  });

  it('is said in Dutch', () => {
    expect(rankText({ chance: 0.25 }, 'nl')).toBe('Van leads als deze werd ongeveer 1 op de 4 klant.');
  });
});
