import type { Role } from '../../../domain/console/viewer.ts';
import type { Language } from '../../../domain/language.ts';
import { ButtonForm } from '../../layout/button-form.tsx';
import { pages } from '../pages.ts';
import { Message } from '../parts/message.tsx';
import { consoleWords } from '../words.ts';
import type { PersonRow } from './page.tsx';
import { PersonFields, type Team } from './person-fields.tsx';
import { peopleWords } from './words.ts';

interface Props {
  language: Language;
  person: PersonRow;
  team: Team;
  /** The page asks whether to remove the person. */
  isSure: boolean;
  /** Another admin changed the role meanwhile. */
  conflict?: { by: string; role: Role } | undefined;
}

/** One person of the console: what they are, their sessions, and their removal. */
export function PersonPage({ language, person, team, isSure, conflict }: Props) {
  const words = peopleWords[language];
  const { roles } = consoleWords[language];
  const address = `${pages.people}/${person.id}`;
  return (
    <>
      <p>
        <a href={pages.people}>{words.back}</a>
      </p>
      <h1>{person.name}</h1>
      <p class="quiet">{person.email}</p>
      {conflict && <p class="notice refusal">{words.conflict(conflict.by, roles[conflict.role])}</p>}
      {isSure ? (
        <Sure address={address} person={person} language={language} />
      ) : (
        <Changes address={address} person={person} team={team} language={language} />
      )}
    </>
  );
}

interface ChangesProps extends Pick<Props, 'person' | 'team' | 'language'> {
  address: string;
}

function Changes({ address, person, team, language }: ChangesProps) {
  const words = peopleWords[language];
  return (
    <>
      {person.isNamed && <p class="notice">{words.namedMore}</p>}
      {person.role && !person.isNamed && (
        <form method="post" action={address} class="card">
          <input type="hidden" name="action" value="change" />
          <input type="hidden" name="before" value={person.role} />
          <PersonFields language={language} team={team} role={person.role} member={person.member} />
          <button type="submit">{words.save}</button>
        </form>
      )}
      <section class="card">
        <p>{words.sessionsMore}</p>
        <ButtonForm action={address} fields={[['action', 'end-sessions']]}>
          {words.sessions}
        </ButtonForm>
      </section>
      {!person.isNamed && (
        <section class="card">
          <p>{words.removeMore}</p>
          <a class="button second" href={`${address}?remove`}>
            {words.remove}
          </a>
        </section>
      )}
    </>
  );
}

/** For an address of a person who is not in the list. */
export function UnknownPerson({ language }: { language: Language }) {
  const words = peopleWords[language];
  return (
    <Message title={words.unknown} text={words.unknownMore}>
      <a href={pages.people}>{words.back}</a>
    </Message>
  );
}

function Sure({ address, person, language }: { address: string; person: PersonRow; language: Language }) {
  const words = peopleWords[language];
  return (
    <section class="notice refusal">
      <h2>{words.sure(person.name)}</h2>
      <p>{words.removeMore}</p>
      <div class="buttons">
        <form method="post" action={address}>
          <input type="hidden" name="action" value="remove" />
          <button type="submit" class="danger">
            {words.remove}
          </button>
        </form>
        <a class="button second" href={address}>
          {words.keep}
        </a>
      </div>
    </section>
  );
}
