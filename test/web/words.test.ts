import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../shared/domain/language.ts';
import { companyWords } from '../../shared/web/console/companies/words.ts';
import { deskWords } from '../../shared/web/console/desk/words.ts';
import { keyWords } from '../../shared/web/console/keys/words.ts';
import { courseWords } from '../../shared/web/console/lead/courses/words.ts';
import { leadWords } from '../../shared/web/console/lead/words.ts';
import { leadsWords } from '../../shared/web/console/leads/words.ts';
import { logWords } from '../../shared/web/console/log/words.ts';
import { mailWords } from '../../shared/web/console/mails/words.ts';
import { newsletterWords } from '../../shared/web/console/newsletter/words.ts';
import { peopleWords } from '../../shared/web/console/people/words.ts';
import { abTestWords } from '../../shared/web/console/playbook/ab-test/words.ts';
import { agreementWords } from '../../shared/web/console/playbook/agreement/words.ts';
import { changeWords } from '../../shared/web/console/playbook/changes/words.ts';
import { companyEditorWords } from '../../shared/web/console/playbook/company/words.ts';
import { eventsWords } from '../../shared/web/console/playbook/events/words.ts';
import { fieldsWords } from '../../shared/web/console/playbook/fields/words.ts';
import { fitWords } from '../../shared/web/console/playbook/fit/words.ts';
import { formEditorWords } from '../../shared/web/console/playbook/forms/words.ts';
import { mailEditorWords } from '../../shared/web/console/playbook/mail/words.ts';
import { mailingWords } from '../../shared/web/console/playbook/mailing/words.ts';
import { newWords } from '../../shared/web/console/playbook/new/words.ts';
import { calendarWords } from '../../shared/web/console/playbook/newsletter/words.ts';
import { pictureWords } from '../../shared/web/console/playbook/pictures/words.ts';
import { salesWords } from '../../shared/web/console/playbook/sales/words.ts';
import { scoringWords } from '../../shared/web/console/playbook/scoring/words.ts';
import { sequencesWords } from '../../shared/web/console/playbook/sequences/words.ts';
import { tryOutWords } from '../../shared/web/console/playbook/try-out/words.ts';
import { playbookWords } from '../../shared/web/console/playbook/words.ts';
import { abTestReportWords } from '../../shared/web/console/reports/ab-tests/words.ts';
import { reportWords } from '../../shared/web/console/reports/words.ts';
import { sequenceWords } from '../../shared/web/console/sequences/words.ts';
import { signInWords } from '../../shared/web/console/sign-in/words.ts';
import { todayWords } from '../../shared/web/console/today/words.ts';
import { valuesWords } from '../../shared/web/console/values/words.ts';
import { consoleWords } from '../../shared/web/console/words.ts';
import { formWords } from '../../shared/web/forms/words.ts';
import { followUpWords } from '../../shared/web/handover/dossier/follow-up/words.ts';
import { dossierWords } from '../../shared/web/handover/dossier/words.ts';
import { handoverWords } from '../../shared/web/handover/words.ts';
import { identityWords } from '../../shared/web/identity/words.ts';
import { linkWords } from '../../shared/web/tracking/words.ts';
import { deadWords, differences, emptyWords } from './words-check.ts';

const all = {
  console: consoleWords,
  'console/desk': deskWords,
  'console/companies': companyWords,
  'console/keys': keyWords,
  'console/mails': mailWords,
  'console/leads': leadsWords,
  'console/log': logWords,
  'console/newsletter': newsletterWords,
  'console/today': todayWords,
  'console/reports': reportWords,
  'console/reports/ab-tests': abTestReportWords,
  'console/people': peopleWords,
  'console/sequences': sequenceWords,
  'console/playbook': playbookWords,
  'console/playbook/ab-test': abTestWords,
  'console/playbook/agreement': agreementWords,
  'console/playbook/company': companyEditorWords,
  'console/playbook/events': eventsWords,
  'console/playbook/fields': fieldsWords,
  'console/playbook/fit': fitWords,
  'console/playbook/forms': formEditorWords,
  'console/playbook/mail': mailEditorWords,
  'console/playbook/mailing': mailingWords,
  'console/playbook/new': newWords,
  'console/playbook/newsletter': calendarWords,
  'console/playbook/pictures': pictureWords,
  'console/playbook/sales': salesWords,
  'console/playbook/scoring': scoringWords,
  'console/playbook/sequences': sequencesWords,
  'console/playbook/try-out': tryOutWords,
  'console/playbook/changes': changeWords,
  'console/sign-in': signInWords,
  'console/lead': leadWords,
  'console/lead/courses': courseWords,
  'console/values': valuesWords,
  forms: formWords,
  'handover/dossier': dossierWords,
  'handover/dossier/follow-up': followUpWords,
  handover: handoverWords,
  identity: identityWords,
  tracking: linkWords,
};

const sources = globSync('{shared/web,shared/usecases,functions}/**/*.{ts,tsx}')
  .filter((file) => !file.includes('/words'))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** The sources that import the words of a folder, or their type. */
function readersOf(folder: string): string[] {
  const own = ['words.ts', 'words/en.ts'].map((name) => join('shared/web', folder, name));
  const imports = ({ file, text }: (typeof sources)[number]) =>
    [...text.matchAll(/(?:from |import\()'(\.[^']+)'/g)].some(([, path = '']) =>
      own.includes(normalize(join(dirname(file), path))),
    );
  return sources.filter(imports).map(({ text }) => text);
}

describe('the words of the product', () => {
  it('are all checked here', () => {
    const folders = globSync('shared/web/**/words.ts').map((file) =>
      dirname(file).slice('shared/web/'.length),
    );
    expect(Object.keys(all).toSorted()).toEqual(folders.toSorted());
  });

  describe.each(Object.entries(all))('of %s', (folder, words) => {
    it.each(languages)('are complete and not empty in %s', (language) => {
      expect(differences(words.en, words[language])).toEqual([]);
      expect(emptyWords(words[language])).toEqual([]);
    });

    it('are all shown somewhere', () => {
      expect(deadWords(words.en, readersOf(folder))).toEqual([]);
    });
  });
});

describe('the check of words', () => {
  const en = { title: 'Title', reasons: { late: 'late' }, by: (name: string) => `by ${name}` };

  it('reports a word that is missing', () => {
    expect(differences(en, { ...en, reasons: {} })).toEqual(['misses reasons.late']);
  });

  it('reports a word that is superfluous', () => {
    expect(differences(en, { ...en, more: 'Meer' })).toEqual(['superfluous more']);
  });

  it('reports a word that shows another number of values', () => {
    expect(differences(en, { ...en, by: () => 'door' })).toEqual(['misses by(1)', 'superfluous by(0)']);
  });

  it('reports a word without a text', () => {
    expect(emptyWords({ ...en, title: ' ', by: () => '' })).toEqual(['title', 'by']);
  });

  it('reports a word that no source reads', () => {
    const source = 'const { title } = words[language];\nshow(title, words.reasons[reason]);';
    expect(deadWords(en, [source])).toEqual(['by']);
    expect(deadWords(en, [`${source}\n// words.by(name)`])).toEqual(['by']);
    expect(deadWords(en, [`${source}\nwords.by(name);`])).toEqual([]);
  });
});
