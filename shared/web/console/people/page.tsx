import type { Role } from '../../../domain/console/viewer.ts';
import type { Language } from '../../../domain/language.ts';
import { longDateTime } from '../../language.ts';
import { pages } from '../pages.ts';
import { consoleWords } from '../words.ts';
import { AddForm, type TypedPerson } from './add-form.tsx';
import type { Team } from './person-fields.tsx';
import type { PeopleWords } from './words/en.ts';
import { peopleWords } from './words.ts';

/** Somebody in the list. */
export interface PersonRow {
  id: string;
  email: string;
  name: string;
  role?: Role;
  member?: string;
  signedInAt?: string;
  isNamed: boolean;
}

interface Props {
  language: Language;
  timeZone: string;
  people: readonly PersonRow[];
  team: Team;
  hasPool: boolean;
  done?: keyof PeopleWords['done'] | undefined;
  typed?: TypedPerson | undefined;
}

/** Everybody who may work in the console, and a form to add somebody. */
export function PeoplePage({ people, done, ...props }: Props) {
  const words = peopleWords[props.language];
  return (
    <>
      <h1>{words.title}</h1>
      {done && (
        <p class="notice" role="status">
          {words.done[done]}
        </p>
      )}
      <p>{words.intro}</p>
      <section class="card">
        <table class="cards">
          <thead>
            <tr>
              {[words.name, words.email, words.role, words.member, words.signedIn].map((title) => (
                <th scope="col">{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <Row person={person} {...props} />
            ))}
          </tbody>
        </table>
      </section>
      <AddForm {...props} />
    </>
  );
}

function Row({ person, language, timeZone, team }: Omit<Props, 'people'> & { person: PersonRow }) {
  const words = peopleWords[language];
  const { id, name, email, role, member, signedInAt, isNamed } = person;
  return (
    <tr>
      <th scope="row">
        <a href={`${pages.people}/${id}`} aria-label={words.change(name)}>
          {name}
        </a>
      </th>
      <td data-label={words.email}>{email}</td>
      <td data-label={words.role}>
        <span>
          {role ? consoleWords[language].roles[role] : words.leaving}{' '}
          {isNamed && <span class="small quiet">{words.named}</span>}
        </span>
      </td>
      <td data-label={words.member}>
        {member === undefined ? words.noMember : (team[member]?.name ?? member)}
      </td>
      <td data-label={words.signedIn}>
        {signedInAt ? (
          <time datetime={signedInAt}>{longDateTime(language, signedInAt, timeZone)}</time>
        ) : (
          words.never
        )}
      </td>
    </tr>
  );
}
