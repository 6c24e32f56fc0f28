import { describe, expect, it } from 'vitest';
import type { Handover } from '../../../../shared/domain/handover/handover.ts';
import type { Language } from '../../../../shared/domain/language.ts';
import { scoringSchema } from '../../../../shared/domain/scoring/scoring.ts';
import type { AnyEvent } from '../../../../shared/domain/tracking/event.ts';
import { mailText } from '../../../../shared/web/handover/dossier/mail/mail-text.ts';
import { storyOf } from '../../../../shared/web/handover/dossier/story.ts';
import { pageView, stay, submission } from '../../../domain/builders.ts';
import { ago, dossier, shippedPlaybook } from './example.ts';

const shipped = shippedPlaybook();
const scoring = scoringSchema.parse({
  ...shipped.scoring,
  scores: { crm: { name: 'CRM', threshold: 10 }, chat: { name: 'Chat', threshold: 50 } },
  rules: [
    { name: 'CRM read', on: 'page', paths: ['/crm'], seconds: 60, points: 12, for: ['crm'] },
    { name: 'Careers', on: 'page', paths: ['/careers'], points: -4 },
    ...shipped.scoring.rules,
  ],
});
const playbook = { ...shipped, scoring };

function textOf(events: AnyEvent[], handover: Partial<Handover> = {}, language: Language = 'en'): string {
  const told = dossier([submission('whitepaper', ago(2)), ...events], handover, {}, { playbook });
  const story = storyOf(told, { language, timeZone: 'Europe/Amsterdam', lines: 6 });
  return mailText({ story, link: 'https://leads.example.com/handover/a.1.b', isRepeat: false });
}

describe('a dossier', () => {
  const read = [pageView('/crm', ago(1)), stay('/crm', 95, ago(1))];

  it('says which score was reached, and not that the total was', () => {
    const text = textOf(read, { score: 15, scores: { crm: 12 } });
    expect(text).toContain('Reached the threshold of CRM on Sun 22 Nov 13:00: 12 points, and 10 are enough.');
    expect(text).not.toContain('Passed the threshold of 80');
    expect(text).toContain('CRM: 12, ready from 10.');
    expect(textOf(read, { score: 15, scores: { crm: 12 } }, 'nl')).toContain(
      'Haalde op zo 22 nov 13:00 de drempel van CRM: 12 punten, en 10 is genoeg.',
    );
  });

  it('says both when the total was reached too, and nothing of a score that is gone', () => {
    const both = textOf(read, { score: 84, scores: { crm: 12, gone: 9 } });
    expect(both).toContain(
      'Passed the threshold of 80 points on Sun 22 Nov 13:00, and stood at 84. Reached the',
    );
    expect(both).not.toContain('gone');
  });

  it('says how long somebody stayed at most', () => {
    const text = textOf([...read, stay('/crm', 200, ago(0.5))]);
    expect(text).toContain('stayed 3 minutes');
  });

  it('says what was taken off, and that a score never goes below 0', () => {
    const careers = Array.from({ length: 2 }, (_, day) => pageView('/careers', ago(day + 1)));
    expect(textOf(careers)).toContain('−8');
    expect(textOf(careers)).toContain('A score never goes below 0: 6 points less would be.');
    const many = Array.from({ length: 60 }, (_, n) => pageView(`/guides/${n}`, ago(1)));
    expect(textOf(many)).toContain('22 points above that do not count.');
  });
});
