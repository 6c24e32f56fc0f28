import type { PersonOfCompany } from '../../../domain/identity/company.ts';
import type { Language } from '../../../domain/language.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import { csvOf } from '../../csv.ts';
import { consoleWords } from '../words.ts';
import { handoverText } from './people.tsx';
import { companyWords } from './words.ts';

/** The people of a company as a CSV file, with what each did. */
export function companyCsv(
  language: Language,
  playbook: Pick<Playbook, 'forms' | 'sales'>,
  people: readonly PersonOfCompany[],
): string {
  const { columns, inFile } = companyWords[language];
  const head = [
    ...[inFile.id, inFile.email, columns.person, inFile.jobTitle, columns.stage, columns.score],
    ...[columns.active, columns.handover, columns.forms],
  ];
  const rows = people.map((person) => [
    ...[person.id, person.email, person.name, person.jobTitle, consoleWords[language].stages[person.stage]],
    ...[person.score, person.activeOn, person.handover && handoverText(language, playbook, person)],
    person.forms.map((form) => playbook.forms[form]?.title[language] ?? form).join(', '),
  ]);
  return csvOf(head, rows);
}

/** The companies that a search finds as a CSV file. */
export function companiesCsv(
  language: Language,
  companies: readonly { domain: string; name?: string }[],
): string {
  const { inFile } = companyWords[language];
  return csvOf(
    [inFile.domain, inFile.company],
    companies.map(({ domain, name }) => [domain, name]),
  );
}
