import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withOwnAddress } from '../../../../shared/domain/handover/routing/own-address.ts';
import { salesSchema } from '../../../../shared/domain/handover/routing/sales-rules.ts';

const rules = salesSchema.parse({
  team: { anna: { name: 'Anna' }, bram: { name: 'Bram', email: 'bram@sales.test' } },
});
const at = (email: string, member?: string, role: unknown = 'sales') => ({
  ...{ email, role },
  ...(member && { member }),
});
const addressOf = (member: string, colleagues: ReturnType<typeof at>[]) =>
  withOwnAddress(rules, member, colleagues).team[member]?.email;

describe('the address of a member of the sales team', () => {
  it('is the one in the playbook', () => {
    expect(addressOf('bram', [at('b@console.test', 'bram')])).toBe('bram@sales.test');
  });

  it('is the one under which they work in the console, when the playbook has none', () => {
    expect(addressOf('anna', [at('b@console.test', 'bram'), at('a@console.test', 'anna')])).toBe(
      'a@console.test',
    );
    expect(addressOf('anna', [at('b@console.test', 'bram'), at('c@console.test')])).toBeUndefined();
  });

  it('is not that of somebody whose role was taken', () => {
    expect(addressOf('anna', [{ email: 'a@console.test', role: undefined, member: 'anna' }])).toBeUndefined();
  });

  it('is the same in whatever order colleagues are listed, and changes nobody else', () => {
    const colleagues = fc.array(fc.tuple(fc.emailAddress(), fc.constantFrom('anna', 'bram', 'toString')));
    fc.assert(
      fc.property(colleagues, (some) => {
        const listed = some.map(([email, member]) => at(email, member));
        expect(addressOf('anna', listed.toReversed())).toBe(addressOf('anna', listed));
        expect(withOwnAddress(rules, 'anna', listed).team.bram).toBe(rules.team.bram);
        expect(withOwnAddress(rules, 'toString', listed)).toBe(rules);
      }),
    );
  });
});
