import { beforeEach, describe, expect, it } from 'vitest';
import { plus } from '../../../shared/domain/time.ts';
import type { Submission } from '../../../shared/domain/tracking/event.ts';
import { putSubmission } from '../../../shared/store/forms/submissions.ts';
import { type FormRequest, submitForm } from '../../../shared/usecases/forms/submit-form/submit-form.ts';
import { NOW } from '../../domain/builders.ts';
import { Crash, crashingTable } from '../faulty-table.ts';
import { leadId, refusingTable, somebody, testSystem } from './forms-system.ts';

let test: Awaited<ReturnType<typeof testSystem>>;
beforeEach(async () => {
  test = await testSystem();
});

const submit = (input: Record<string, unknown>, sent: Partial<FormRequest> = {}) =>
  submitForm(test.system, { form: 'whitepaper', input, locale: 'en', ...sent });

describe('a form that is sent twice', () => {
  it('is one submission with one key, at once or later', async () => {
    const email = somebody();
    await Promise.all([1, 2, 3].map(() => submit({ email, _key: 'page-1' })));
    test.pass(90_000);
    await submit({ email, _key: 'page-1' });
    expect((await test.keptOf(email)).map(({ id, at }) => [id, at])).toEqual([['page-1', NOW]]);
  });

  it('is another one with one key after a correction, there and back', async () => {
    const email = somebody();
    for (const firstName of ['Ann', 'Anna', 'Anna', 'Ann']) {
      await Promise.all([1, 2].map(() => submit({ email, firstName, _key: 'page-1' })));
      test.pass(20_000);
    }
    const kept = await test.keptOf(email);
    expect(kept.map(({ values }) => values.firstName)).toEqual(['Ann', 'Anna', 'Ann']);
    expect(new Set(kept.map(({ id }) => id)).size).toBe(3);
  });

  it('is two submissions with two keys, to two forms, or by two people', async () => {
    const [email, other] = [somebody(), somebody()];
    await submit({ email, _key: 'page-1' });
    await submit({ email, _key: 'page-2' });
    test.pass(1);
    await submit({ email, _key: 'page-1' }, { form: 'demo' });
    await submit({ email: other, _key: 'page-1' });
    expect(await test.keptOf(email)).toHaveLength(3);
    expect(await test.keptOf(other)).toHaveLength(1);
  });

  it('is one submission without a key when the answers are the same within a minute, also of another one', async () => {
    const email = somebody();
    test.pass(58_000);
    await submit({ email, firstName: 'Ann', company: 'Acme' });
    test.pass(3_000);
    await submit({ company: 'Acme', firstName: 'Ann', email });
    expect(await test.keptOf(email)).toHaveLength(1);
    await submit({ email, firstName: 'Anna', company: 'Acme' });
    test.pass(57_000);
    await submit({ email, firstName: 'Ann', company: 'Acme' });
    expect(await test.keptOf(email)).toHaveLength(3);
  });

  it('is one submission when it is replayed from the late queue', async () => {
    const email = somebody();
    const sent = { form: 'whitepaper', input: { email, _key: 'page-1' }, locale: 'en' } as const;
    await submitForm({ ...test.system, table: refusingTable }, sent);
    test.pass(5_000);
    await submitForm(test.system, sent);
    for (const late of test.late) {
      if ('lead' in late) await putSubmission(test.system.table, late.lead, late.event as Submission);
    }
    expect(test.late).toHaveLength(1);
    expect(await test.keptOf(email)).toHaveLength(1);
  });

  it.each([
    [1, 'before'],
    [1, 'after'],
    [2, 'before'],
    [2, 'after'],
  ] as const)(
    'is one submission, and a correction another, when the first time died at write %i, %s it',
    async (call, when) => {
      const email = somebody();
      const submission: Submission = {
        ...{ type: 'form', id: 'page-1', at: NOW, receivedAt: NOW, form: 'demo' },
        ...{ email, values: {}, locale: 'en' },
      };
      const corrected = { ...submission, at: plus(NOW, 30_000), values: { firstName: 'Ann' } };
      for (const one of [submission, corrected]) {
        const crashing = crashingTable(test.system.table, call, when);
        await expect(putSubmission(crashing, leadId(email), one)).rejects.toThrow(Crash);
        await putSubmission(test.system.table, leadId(email), { ...one, at: plus(one.at, 10_000) });
      }
      expect((await test.keptOf(email)).map(({ values }) => values)).toEqual([{}, { firstName: 'Ann' }]);
    },
  );

  it.each(['a#b', 'x'.repeat(900), '👩‍💻\ud83d', ' '])('may have any key: %j', async (key) => {
    const email = somebody();
    await submit({ email }, { key });
    await submit({ email }, { key });
    const [event, ...others] = await test.keptOf(email);
    expect(event?.id).toMatch(/^(answers-)?[\w-]{22}$/);
    expect(others).toEqual([]);
  });
});
