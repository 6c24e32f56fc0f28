import { describe, expect, it } from 'vitest';
import type { PlaybookChange } from '../../../../../shared/playbook/versions/change.ts';
import { changeText } from '../../../../../shared/web/console/playbook/changes/change-text.ts';

const points: PlaybookChange = {
  ...{ file: 'scoring.yaml', at: ['rules', 'Pricing page', 'points'], kind: 'changed', from: 3, to: 5 },
};

describe('a change of the playbook, as people read it', () => {
  it.each<[string, string, PlaybookChange]>([
    ['Pricing page: 3 → 5 points', 'Pricing page: 3 → 5 punten', points],
    [
      'Pricing page: new rule',
      'Pricing page: nieuwe regel',
      { file: 'scoring.yaml', at: ['rules', 'Pricing page'], kind: 'added' },
    ],
    [
      'Points, call: 80 → 70',
      'Punten, bellen: 80 → 70',
      { file: 'scoring.yaml', at: ['bands', 'call'], kind: 'changed', from: 80, to: 70 },
    ],
    [
      'Sequences, whitepaper-tips, agreement, sent after: 28d → 21d',
      'Reeksen, whitepaper-tips, agreement, verstuurd na: 28d → 21d',
      {
        ...{ file: 'sequences.yaml', at: ['whitepaper-tips', 'steps', 'agreement', 'after'] },
        ...{ kind: 'changed', from: '28d', to: '21d' },
      },
    ],
    [
      'Mail “Start at the end” (English): other words',
      'Mail ‘Start at the end’ (Engels): andere woorden',
      { file: 'mails/tip-1.en.md', at: [], kind: 'text', title: 'Start at the end' },
    ],
    [
      'Mail “New” (Dutch), subject line: Old → New',
      'Mail ‘New’ (Nederlands), onderwerpregel: Old → New',
      {
        ...{ file: 'mails/tip-1.nl.md', at: ['subject'], kind: 'changed', from: 'Old', to: 'New' },
        title: 'New',
      },
    ],
    [
      'Ideal customer: comments or layout only',
      'Ideale klant: alleen opmerkingen of opmaak',
      { file: 'fit.yaml', at: [], kind: 'text' },
    ],
    [
      'Sending mail, doubleOptIn: yes → no',
      'Mail versturen, doubleOptIn: ja → nee',
      { file: 'mailing.yaml', at: ['doubleOptIn'], kind: 'changed', from: true, to: false },
    ],
    [
      'Forms, demo, questions: nothing → phone, company',
      'Formulieren, demo, vragen: niets → phone, company',
      { file: 'forms.yaml', at: ['demo', 'ask'], kind: 'changed', from: [], to: ['phone', 'company'] },
    ],
    ['sound.yaml: new', 'sound.yaml: nieuw', { file: 'sound.yaml', at: [], kind: 'added' }],
    [
      'Ideal customer, constructor: no longer 3',
      'Ideale klant, constructor: niet meer 3',
      { file: 'fit.yaml', at: ['constructor'], kind: 'removed', from: 3 },
    ],
  ])('is “%s”', (english, dutch, change) => {
    expect(changeText('en', change)).toBe(english);
    expect(changeText('nl', change)).toBe(dutch);
  });
});
