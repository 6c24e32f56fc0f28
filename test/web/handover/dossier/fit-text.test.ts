import { describe, expect, it } from 'vitest';
import type { FitReason } from '../../../../shared/domain/fit/fit.ts';
import type { Language } from '../../../../shared/domain/language.ts';
import { fitReasonText } from '../../../../shared/web/handover/dossier/fit-text.ts';
import { storyOf } from '../../../../shared/web/handover/dossier/story.ts';
import { submission } from '../../../domain/builders.ts';
import { dossier, shippedPlaybook } from './example.ts';

const bad = (code: 'job-title' | 'sector' | 'country' | 'postcode', value: string): FitReason => ({
  ...{ code, value, says: 'bad' },
});

/** The fit and the unknown fields in the dossier of a lead with these answers. */
function fitInDossier(values: Record<string, string>, language: Language, criteria = {}) {
  const shipped = shippedPlaybook();
  const playbook = { ...shipped, fit: { ...shipped.fit, ...criteria } };
  const story = storyOf(dossier([submission('demo', { values })], {}, {}, { playbook }), {
    ...{ language, timeZone: 'Europe/Amsterdam', lines: 6 },
  });
  const title = language === 'nl' ? 'Nog niet bekend' : 'Not known yet';
  return {
    fit: story.contact.at(-1)?.value,
    unknown: story.sections.find((section) => section.title === title)?.intro,
  };
}

describe('the reasons of a fit', () => {
  it.each([
    [bad('job-title', 'Student'), 'functie Student (past niet)', 'job title Student (does not fit)'],
    [bad('country', 'US'), 'land US (past niet)', 'country US (does not fit)'],
    [bad('postcode', '9000'), 'postcode 9000 (past niet)', 'postcode 9000 (does not fit)'],
    [{ ...bad('sector', 'Software'), says: 'good' } as FitReason, 'sector Software', 'sector Software'],
    [
      { code: 'student-domain', value: 'student.uva.nl', says: 'bad' } as const,
      'bij student.uva.nl hebben studenten hun adres',
      'student.uva.nl is where students have their address',
    ],
  ])('are said in Dutch and in English: $code', (reason, dutch, english) => {
    expect([fitReasonText(reason, '', 'nl'), fitReasonText(reason, '', 'en')]).toEqual([dutch, english]);
  });

  it('are about the questions of the playbook, in the words of the playbook', () => {
    const criteria = { criteria: [{ field: 'postcode', bad: { oneOf: ['1234'] } }] };
    expect(fitInDossier({ postcode: '1234' }, 'nl', criteria).fit).toContain('Postcode: 1234 (past niet)');
    const required = { sectors: { good: ['Software'], required: true } };
    expect(fitInDossier({ employees: '50' }, 'en', required).fit).toBe(
      'not known yet: a business address at example.nl, 50 employees, Sector not known yet',
    );
  });
});

describe('what is not known about a lead', () => {
  it('begins with the questions to ask, and says which of them decide', () => {
    expect(fitInDossier({}, 'nl').unknown).toMatch(/Beslist of het past: Aantal medewerkers\.$/);
    expect(fitInDossier({}, 'en').unknown).toMatch(/What decides whether it fits: Number of employees\.$/);
    expect(fitInDossier({ employees: '50' }, 'en').unknown).not.toContain('decides');
  });
});
