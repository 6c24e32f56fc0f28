import type { PersonOfCompany } from '../../../domain/identity/company.ts';
import type { Language } from '../../../domain/language.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import { listed, longDate } from '../../language.ts';
import { pages } from '../pages.ts';
import { consoleWords } from '../words.ts';
import { Doings } from './doings.tsx';
import type { CompanyProps } from './props.ts';
import { companyWords } from './words.ts';

/** The people of a company, each with what it did. */
export function People(props: CompanyProps) {
  const { language, company, playbook } = props;
  const words = companyWords[language];
  const { columns } = words;
  const titleOf = (form: string) => playbook.forms[form]?.title[language] ?? form;
  return (
    <table class="cards">
      <thead>
        <tr>
          <th scope="col">{columns.person}</th>
          <th scope="col">{columns.stage}</th>
          <th scope="col" class="number">
            {columns.score}
          </th>
          <th scope="col">{columns.active}</th>
          <th scope="col">{columns.handover}</th>
          <th scope="col">{columns.forms}</th>
          <th scope="col">{columns.did}</th>
        </tr>
      </thead>
      <tbody>
        {company.people.map((person) => (
          <tr>
            <th scope="row">
              <div>
                <a href={`${pages.leads}/${person.id}`}>{person.name ?? person.email}</a>
                {person.name && (
                  <div class="small quiet">{[person.jobTitle, person.email].filter(Boolean).join(', ')}</div>
                )}
              </div>
            </th>
            <td data-label={columns.stage}>
              <span class="tag">{consoleWords[language].stages[person.stage]}</span>
            </td>
            <td data-label={columns.score} class="number">
              {person.score}
            </td>
            <td data-label={columns.active}>
              {person.activeOn ? longDate(language, person.activeOn, 'UTC') : words.none}
            </td>
            <td data-label={columns.handover}>{handoverText(language, playbook, person)}</td>
            <td data-label={columns.forms}>
              {person.forms.length > 0 ? listed(language, person.forms.map(titleOf)) : words.none}
            </td>
            <td data-label={columns.did}>
              <Doings {...props} of={person.id} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What became of the last hand-over of somebody, and with whom. */
export function handoverText(
  language: Language,
  { sales }: Pick<Playbook, 'sales'>,
  { handover }: PersonOfCompany,
): string {
  const words = companyWords[language];
  if (handover === undefined) return words.none;
  const { status, owner, to, answer } = handover;
  const nameOf = (person: string | undefined) =>
    person === undefined ? words.sales : (sales?.team[person]?.name ?? person);
  if (status === 'accepted' && owner !== undefined && owner !== answer?.by)
    return words.status.passed(nameOf(answer?.by), nameOf(owner));
  return words.status[status](nameOf(status === 'open' ? (owner ?? to) : answer?.by));
}
