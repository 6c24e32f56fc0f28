import type { WrittenMail } from '../mail-files/load-mails.ts';
import type { Finding } from '../mistake.ts';
import type { PlaybookContent } from '../playbook.ts';
import { absenceFindings } from './absence-checks.ts';
import { unknownFitSettings } from './fit-rule-checks.ts';
import { decidedTooLate, testedMailFindings, testsOfOneName } from './nurture/ab-test-combinations.ts';
import { eventsInMails, sharedForms } from './nurture/event-checks.ts';
import { issuesOutsideHours, issuesThatAreSteps, unaskedSubjects } from './nurture/newsletter-checks.ts';
import { misspeltEvents, selfStarting, unaskedAnswers, unlinkedPages } from './nurture/trigger-checks.ts';
import { misspeltPages } from './page-checks.ts';

type Part = keyof PlaybookContent;
type Found = Partial<Record<Part, Finding[]>>;

/** A check that compares files. */
interface CombinationCheck {
  /** The files it needs without mistakes. */
  needs: readonly Part[];
  find(content: PlaybookContent, mails: readonly WrittenMail[]): Found;
}

const checks: readonly CombinationCheck[] = [
  {
    needs: ['forms', 'sequences', 'mailing', 'mails'],
    find: (content, mails) => ({
      forms: content.mailing.doubleOptIn ? unconfirmedPermissions(content, mails) : [],
      sequences: mailsWithoutButton(content, mails),
    }),
  },
  {
    needs: ['scoring', 'sequences', 'mails'],
    find: (content, mails) => ({
      sequences: [
        ...Object.entries(content.sequences).flatMap(([name, sequence]) =>
          selfStarting(name, sequence, mails, content.scoring.samePage),
        ),
        ...unlinkedPages(content, mails),
      ],
    }),
  },
  { needs: ['scoring', 'sequences'], find: (content) => ({ sequences: misspeltEvents(content) }) },
  { needs: ['sequences', 'newsletter', 'mails'], find: eventsInMails },
  { needs: ['sequences', 'mailing'], find: (content) => ({ events: sharedForms(content) }) },
  { needs: ['sequences', 'fields', 'forms'], find: (content) => ({ sequences: unaskedAnswers(content) }) },
  {
    needs: ['forms', 'sequences'],
    find: (content) => ({ sequences: mailsWithoutPermission(content) }),
  },
  { needs: ['newsletter', 'mailing'], find: (content) => ({ newsletter: issuesOutsideHours(content) }) },
  { needs: ['newsletter', 'sequences'], find: testsOfOneName },
  { needs: ['newsletter', 'sequences', 'mails'], find: testedMailFindings },
  { needs: ['newsletter', 'mailing'], find: (content) => ({ newsletter: decidedTooLate(content) }) },
  { needs: ['newsletter', 'sequences'], find: (content) => ({ newsletter: issuesThatAreSteps(content) }) },
  { needs: ['newsletter', 'forms'], find: (content) => ({ newsletter: unaskedSubjects(content) }) },
  { needs: ['sales', 'agreement'], find: (content) => ({ sales: absenceFindings(content) }) },
  { needs: ['scoring', 'fit'], find: (content) => ({ scoring: unknownFitSettings(content) }) },
  { needs: ['scoring', 'sequences', 'sales', 'forms', 'mails'], find: misspeltPages },
];

/** What is wrong between files that are right by themselves; the others are left out. */
export function combinationFindings(content: Partial<PlaybookContent>, mails: readonly WrittenMail[]): Found {
  const found: Found = {};
  for (const { needs, find } of checks) {
    if (needs.some((part) => content[part] === undefined)) continue;
    for (const [part, findings] of Object.entries(find(content as PlaybookContent, mails)) as [
      Part,
      Finding[],
    ][])
      found[part] = [...(found[part] ?? []), ...findings];
  }
  return found;
}

/** Forms whose permission no mail asks to confirm: it would never count. */
function unconfirmedPermissions(
  { forms, sequences }: PlaybookContent,
  mails: readonly WrittenMail[],
): Finding[] {
  const asks = (form: string) =>
    Object.values(sequences).some(
      ({ start, steps }) =>
        'form' in start &&
        start.form === form &&
        steps.some(({ kind, mail }) => kind === 'requested' && hasButton(mail, mails)),
    );
  return Object.entries(forms)
    .filter(([name, { permission }]) => permission !== undefined && !asks(name))
    .map(([name]) => ({
      path: [name, 'permission'],
      problem: {
        nl: 'geen mail vraagt mensen deze toestemming te bevestigen, dus ze zou nooit tellen',
        en: 'no mail asks people to confirm this permission, so it would never count',
      },
      remedy: {
        nl: 'laat dit formulier een reeks starten met een mail van kind: requested waarin in elke taal {{ confirmUrl }} staat, of zet doubleOptIn: false in mailing.yaml',
        en: 'let this form start a sequence with a requested mail that has {{ confirmUrl }} in each language, or set doubleOptIn: false in mailing.yaml',
      },
    }));
}

/** Whether a mail lets people confirm their permission, in each language. */
function hasButton(mail: string, mails: readonly WrittenMail[]): boolean {
  return mails.filter(({ name }) => name === mail).every(({ variables }) => variables.includes('confirmUrl'));
}

/** Sequences for people who have to confirm a permission, in which no mail lets them. */
function mailsWithoutButton({ sequences }: PlaybookContent, mails: readonly WrittenMail[]): Finding[] {
  return Object.entries(sequences)
    .filter(
      ([, { start, steps }]) => 'imported' in start && !steps.some(({ mail }) => hasButton(mail, mails)),
    )
    .map(([name]) => ({
      path: [name, 'start'],
      problem: {
        nl: 'in geen mail van deze reeks kunnen mensen hun toestemming bevestigen',
        en: 'no mail of this sequence lets people confirm their permission',
      },
      remedy: {
        nl: 'gebruik {{ confirmUrl }} in de mail ervan, in elke taal',
        en: 'use {{ confirmUrl }} in its mail, in each language',
      },
    }));
}

/** Mails with tips behind a form that asks no permission. */
function mailsWithoutPermission({ forms, sequences }: PlaybookContent): Finding[] {
  return Object.entries(sequences).flatMap(([name, { start, steps, subject = '' }]) => {
    if (!('form' in start)) return [];
    const { permission, subjects } = forms[start.form] ?? {};
    const asks = permission !== undefined;
    if (asks && subjects?.includes(subject)) return [];
    if (steps.every(({ kind }) => kind === 'requested')) return [];
    const [voor, about] = asks ? [` voor ${subject}`, ` for ${subject}`] : ['', ''];
    const problem = {
      nl: `het formulier "${start.form}" vraagt geen toestemming${voor}, dus de mails bereiken alleen wie die elders gaf`,
      en: `the form "${start.form}" asks no permission${about}, so its mails reach only those who gave it elsewhere`,
    };
    const remedy = asks
      ? {
          nl: `laat de tekst van ${start.form} ze beloven en zet ${subject} bij de subjects ervan in forms.yaml, of geef deze mails kind: requested`,
          en: `let the wording of ${start.form} promise them and add ${subject} to its subjects in forms.yaml, or make these mails requested`,
        }
      : {
          nl: `geef ${start.form} een permission in forms.yaml, of geef deze mails kind: requested`,
          en: `add permission to ${start.form} in forms.yaml, or make these mails requested`,
        };
    return [{ path: [name, 'start', 'form'], problem, remedy, isWarning: true }];
  });
}
