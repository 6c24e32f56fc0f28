import { describe, expect, it } from 'vitest';
import { kindOf, kinds } from '../../../../infra/demo/simulate/people/kinds.ts';
import { population } from '../../../../infra/demo/simulate/people/population.ts';
import { random } from '../../../../infra/demo/simulate/random.ts';

const order = { leads: 300, weeks: 8, seed: 1 };
const withoutChance = ({ leads, passersby }: ReturnType<typeof population>) =>
  [...leads, ...passersby].map(({ random: _, ...rest }) => rest);

describe('a population', () => {
  it('is the same for the same seed, and different for another', () => {
    const [first, again, other] = [1, 1, 2].map((seed) => withoutChance(population({ ...order, seed })));
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it('is invented: all addresses are at domains that cannot exist, or at the mailbox simulator of SES', () => {
    for (const { email } of population(order).leads)
      expect(email).toMatch(/^[a-z.-]+@[a-z0-9-]+\.example$|^bounce\+\d+-\d+@simulator\.amazonses\.com$/);
  });

  it('gives everybody a different address', () => {
    const all = [1, 2].flatMap((seed) => population({ ...order, seed }).leads.map(({ email }) => email));
    expect(new Set(all).size).toBe(all.length);
  });

  it('arrives before the end, mostly early', () => {
    const moments = population(order).leads.map(({ arrives }) => arrives);
    expect(Math.max(...moments)).toBeLessThan(8 * 14);
    expect(moments.filter((moment) => moment < 4 * 14).length).toBeGreaterThan(200);
  });
});

describe('the kinds of people', () => {
  it('all occur among a hundred people, readers most often', () => {
    const found = Array.from({ length: 100 }, (_, n) => kindOf(n));
    expect(new Set(found)).toEqual(new Set(kinds));
    expect(found.filter((kind) => kind === 'reader')).toHaveLength(38);
  });
});

describe('chance', () => {
  it('is evenly distributed', () => {
    const own = random(7);
    const heads = Array.from({ length: 10_000 }, () => own.chance(0.3)).filter(Boolean).length;
    expect(heads).toBeGreaterThan(2_850);
    expect(heads).toBeLessThan(3_150);
    expect(new Set(Array.from({ length: 500 }, () => own.between(1, 6)))).toEqual(
      new Set([1, 2, 3, 4, 5, 6]),
    );
  });
});
