import type { Role } from '../../../domain/console/viewer.ts';
import type { Language } from '../../../domain/language.ts';
import { pages } from '../pages.ts';
import { consoleWords } from '../words.ts';
import { PersonFields, type Team } from './person-fields.tsx';
import { peopleWords } from './words.ts';

/** What somebody typed, and what is wrong with it. */
export interface TypedPerson {
  email: string;
  name: string;
  role: string;
  member: string | undefined;
  wrong: { field: 'email' | 'name'; known?: { name: string; role?: Role } | undefined };
}

interface Props {
  language: Language;
  team: Team;
  /** People sign in with the user pool of the stack. */
  hasPool: boolean;
  typed?: TypedPerson | undefined;
}

/** The form that lets somebody in. */
export function AddForm({ language, team, hasPool, typed }: Props) {
  const words = peopleWords[language];
  const { wrong } = typed ?? {};
  const known = wrong?.known;
  const texts = {
    name: words.wrong.name,
    email: known
      ? words.wrong.known(known.name, consoleWords[language].roles[known.role ?? 'sales'])
      : words.wrong.email,
  };
  const field = (name: 'email' | 'name') => (
    <div class="field">
      <label for={name}>{words[name]}</label>
      {wrong?.field === name && (
        <p class="wrong" id={`${name}-wrong`}>
          {texts[name]}
        </p>
      )}
      <input
        type="text"
        id={name}
        name={name}
        required
        maxlength={name === 'name' ? 100 : 254}
        inputmode={name === 'email' ? 'email' : undefined}
        autocomplete="off"
        value={typed?.[name]}
        aria-invalid={wrong?.field === name ? 'true' : undefined}
        aria-describedby={wrong?.field === name ? `${name}-wrong` : undefined}
      />
    </div>
  );
  return (
    <section class="card">
      <h2>{words.add}</h2>
      <p class="small quiet">{hasPool ? words.addPool : words.addIssuer}</p>
      <form method="post" action={pages.people}>
        {field('email')}
        {field('name')}
        <PersonFields language={language} team={team} role={typed?.role} member={typed?.member} />
        <button type="submit">{words.add}</button>
      </form>
    </section>
  );
}
