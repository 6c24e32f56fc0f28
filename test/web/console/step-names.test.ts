import { expect, it } from 'vitest';
import type { Sequence } from '../../../shared/domain/nurture/sequence.ts';
import { stepNames } from '../../../shared/web/console/sequences/step-names.ts';

const step = (id: string, mail: string): Sequence['steps'][number] => ({ id, mail, kind: 'marketing' });
const steps = [step('one', 'tip'), step('two', 'tip'), step('three', 'news'), step('four', 'lost')];
const subjects: Record<string, string> = { tip: 'A tip', news: 'The news' };

it('calls a step by the subject of its mail, and by its id too where another has the same', () => {
  const name = stepNames({ steps }, (mail) => subjects[mail]);
  expect(['one', 'two', 'three', 'four', 'gone'].map(name)).toEqual([
    '“A tip” (one)',
    '“A tip” (two)',
    '“The news”',
    '“lost”',
    '“gone”',
  ]);
});
