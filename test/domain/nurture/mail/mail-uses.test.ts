import { describe, expect, it } from 'vitest';
import type { AbTest } from '../../../../shared/domain/nurture/ab-test/ab-test-rules.ts';
import { usesOf } from '../../../../shared/domain/nurture/mail/mail-uses.ts';

const test: AbTest = {
  ...{ name: 'subject', share: 0.5, measure: 'opened', decide: { after: '4h' }, certainty: 0.95 },
  variants: [{ name: 'short', mail: 'tip-short' }],
};
const title = { nl: 'Tips', en: 'Tips' };
const step = { id: 'one', mail: 'tip', after: '7d', kind: 'marketing' as const, test };
const playbook = {
  sequences: {
    tips: { title, start: { form: 'paper' }, again: 'never' as const, paused: false, steps: [step] },
  },
  newsletter: [{ mail: 'tip', on: '2027-01-12', test }],
};

describe('where a mail is sent', () => {
  it('is a step, or an issue on its day', () => {
    expect(usesOf('tip', playbook)).toEqual([
      { sequence: title, step: 'one', number: 1, of: 1, after: '7d' },
      { newsletter: '2027-01-12' },
    ]);
  });

  it('is also where it is a variant in a test, which it says', () => {
    expect(usesOf('tip-short', playbook)).toEqual([
      { sequence: title, step: 'one', number: 1, of: 1, after: '7d', test: 'subject' },
      { newsletter: '2027-01-12', test: 'subject' },
    ]);
    expect(usesOf('another', playbook)).toEqual([]);
  });
});
