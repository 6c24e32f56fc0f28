import type { Scoring } from '../../domain/scoring/scoring.ts';
import type { Finding } from '../mistake.ts';
import type { PlaybookContent, SettingsPart } from '../playbook.ts';
import { moreThan, OTHER_NAME } from '../remedies.ts';
import { calendarFindings, linkFindings, managerFindings } from './agreement-checks.ts';
import { colourFindings } from './company-checks.ts';
import { fitFindings, sizeFindings } from './fit-checks.ts';
import { formFindings } from './form-checks.ts';
import { mailingFindings } from './mailing-checks.ts';
import { eventFindings } from './nurture/event-checks.ts';
import { newsletterFindings } from './nurture/newsletter-checks.ts';
import { sequenceFindings } from './nurture/sequence-checks.ts';
import { ruleFindings, timesFindings } from './rule-checks.ts';
import { salesFindings } from './sales-checks.ts';
import { overCap, scoreFindings } from './score-checks.ts';
import type { KnownNames } from './unknown-name.ts';

/** A check of one file. */
export interface FileCheck<Part> {
  /** The settings it looks at, so that a mistake in another does not keep it from looking; all when left out. */
  needs?: readonly (keyof Part)[];
  find(part: Part, names: KnownNames): Finding[];
}

type FileChecks = {
  [P in SettingsPart]: readonly FileCheck<NonNullable<PlaybookContent[P]>>[];
};

/**
 * The checks of one file at a time: settings that are valid each by itself and contradict each other.
 * `unknown-name.ts` checks the names of other files' entries, `combination-checks.ts` what needs several files to be valid.
 */
export const fileChecks: FileChecks = {
  company: [{ needs: ['colours'], find: colourFindings }],
  scoring: [
    { needs: ['bands', 'cap'], find: bandFindings },
    { needs: ['rules', 'samePage'], find: ruleFindings },
    { needs: ['rules', 'windowDays'], find: timesFindings },
    { needs: ['rules', 'scores', 'cap'], find: scoreFindings },
  ],
  fit: [
    { needs: ['employees'], find: sizeFindings },
    {
      needs: [
        'excludedDomains',
        'studentDomains',
        'jobTitles',
        'postcodes',
        'countries',
        'sectors',
        'criteria',
      ],
      find: fitFindings,
    },
  ],
  fields: [{ find: reservedFields }],
  forms: [
    {
      find: (forms, names) =>
        Object.entries(forms).flatMap(([name, form]) => formFindings(name, form, names)),
    },
  ],
  agreement: [
    { needs: ['acceptWithinHours', 'managerAfterHours'], find: managerFindings },
    { needs: ['managerAfterHours', 'linkDays'], find: linkFindings },
    { needs: ['timeZone', 'workingHours', 'officeHours', 'holidays'], find: calendarFindings },
  ],
  sales: [{ find: salesFindings }],
  mailing: [{ find: mailingFindings }],
  sequences: [
    {
      find: (sequences, names) =>
        Object.entries(sequences).flatMap(([name, sequence]) => sequenceFindings(name, sequence, names)),
    },
  ],
  newsletter: [{ find: newsletterFindings }],
  events: [{ find: (events) => eventFindings(events ?? {}) }],
};

function reservedFields(fields: PlaybookContent['fields']): Finding[] {
  return RESERVED.filter((name) => name in fields).map((name) => ({
    path: [name],
    problem: {
      nl: 'elk formulier gebruikt deze naam zelf',
      en: 'every form uses this name itself',
    },
    remedy: OTHER_NAME,
    atKey: true,
  }));
}

/** Fields that every form has. */
const RESERVED = ['email', 'permission'];

function bandFindings({ bands: { guides, ads, call }, cap }: Scoring): Finding[] {
  const found: Finding[] = [];
  const above = (band: string, points: number, lower: string, least: number) => {
    if (points > least) return;
    const problem = { nl: `${points} ligt niet boven ${lower}`, en: `${points} is not above ${lower}` };
    found.push({ path: ['bands', band], problem, remedy: moreThan(least) });
  };
  above('ads', ads, 'guides', guides);
  above('call', call, 'ads', ads);
  if (call > cap) found.push({ path: ['bands', 'call'], ...overCap(call, cap) });
  return found;
}
