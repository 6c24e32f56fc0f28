import { describe, expect, it } from 'vitest';
import { enteredInAction } from '../../../shared/web/handover/entered-in-action.ts';

const at = '2026-11-22T10:00:00.000Z';
const common = { number: 3, at, by: 'anna' };

describe('an action that is to be corrected', () => {
  it('stands in its form as it was filled in', () => {
    const won = { ...common, action: 'won', value: 12_500, currency: 'EUR', note: 'Two years' } as const;
    expect(enteredInAction(won).values).toEqual({ amount: '12500', currency: 'EUR', note: 'Two years' });
    const evidence = (text: string) => ({ evidence: text, by: 'anna', at });
    const proofs = { need: evidence('a'), budget: evidence('b'), authority: evidence('c') };
    expect(enteredInAction({ ...common, action: 'opportunity', proofs }).values).toEqual({
      ...{ needProof: 'a', budgetProof: 'b', authorityProof: 'c' },
    });
    expect(enteredInAction({ ...common, action: 'call', outcome: 'reached' }).values).toEqual({
      outcome: 'reached',
    });
  });

  it('asks for the moment of a call again', () => {
    const planned = { ...common, action: 'call-back', callAt: at, note: 'Ask for Ann' } as const;
    expect(enteredInAction(planned).values).toEqual({ note: 'Ask for Ann' });
  });
});
