import { beforeEach, describe, expect, it } from 'vitest';
import type { Challenges } from '../../../shared/gateways/forms/challenges.ts';
import type { Table } from '../../../shared/store/table.ts';
import { submitForm } from '../../../shared/usecases/forms/submit-form/submit-form.ts';
import { somebody, testSystem } from './forms-system.ts';

let test: Awaited<ReturnType<typeof testSystem>>;
beforeEach(async () => {
  test = await testSystem();
});

/** A solution is its id, if it is one. */
const challenges: Challenges = {
  make: async () => ({}),
  solvedBy: async (proof, form) =>
    typeof proof === 'string' && proof.startsWith(`${form} solved`) ? proof : undefined,
};

async function sends(
  _challenge: unknown,
  {
    email = somebody(),
    key = email,
    table = test.system.table,
  }: { email?: string; key?: string; table?: Table } = {},
) {
  const input = { email, _challenge };
  const sent = { form: 'whitepaper', input, locale: 'en', key } as const;
  expect(await submitForm({ ...test.system, table, challenges }, sent)).toMatchObject({ result: 'accepted' });
  return (await test.keptOf(email)).map(({ unproven = false }) => unproven);
}

describe('a form with a challenge', () => {
  it('is kept with a solution', async () => {
    expect(await sends('whitepaper solved 1')).toEqual([false]);
  });

  it.each([undefined, '', 'x', 'contact solved 1', { a: 1 }])('is kept and marked with %j', async (proof) => {
    expect(await sends(proof)).toEqual([true]);
  });

  it('takes each solution for one submission, also from two at once', async () => {
    const marks = await Promise.all([1, 2, 3].map(() => sends('whitepaper solved 2')));
    expect(marks.flat().toSorted()).toEqual([false, true, true]);
  });

  it('takes no solution for two addresses, though both come with one key', async () => {
    const key = 'the-key-of-a-page';
    expect(await sends('whitepaper solved 5', { key })).toEqual([false]);
    expect(await sends('whitepaper solved 5', { key })).toEqual([true]);
  });

  it('knows a submission that is sent again', async () => {
    const email = somebody();
    expect(await sends('whitepaper solved 3', { email })).toEqual([false]);
    expect(await sends('whitepaper solved 3', { email })).toEqual([false]);
  });

  it('is kept when the table cannot tell whether the solution was used', async () => {
    const { table } = test.system;
    const refusing: Table = {
      name: table.name,
      call(operation, input) {
        if ('Item' in input && input.Item?.PK?.S?.startsWith('X#')) throw new Error('Refused');
        return table.call(operation, input);
      },
    };
    expect(await sends('whitepaper solved 4', { table: refusing })).toEqual([true]);
  });
});

describe('a form without a challenge', () => {
  it('marks nobody', async () => {
    const email = somebody();
    const input = { email };
    await submitForm(test.system, { form: 'whitepaper', input, locale: 'en', key: email });
    expect((await test.keptOf(email))[0]).not.toHaveProperty('unproven');
  });
});
