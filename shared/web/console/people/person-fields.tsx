import { ROLES } from '../../../domain/console/viewer.ts';
import type { Language } from '../../../domain/language.ts';
import { peopleWords } from './words.ts';

/** The people of the sales team, by key. */
export type Team = Readonly<Record<string, { name: string }>>;

interface Props {
  language: Language;
  team: Team;
  role: string | undefined;
  member: string | undefined;
}

/** What somebody is in the console. */
export function PersonFields({ language, team, role = 'sales', member }: Props) {
  const words = peopleWords[language];
  return (
    <>
      <div class="field">
        <label for="role">{words.role}</label>
        <select id="role" name="role">
          {ROLES.map((name) => (
            <option value={name} selected={name === role}>
              {words.roles[name]}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="member">{words.member}</label>
        <p class="small quiet" id="member-hint">
          {words.memberHint}
        </p>
        <select id="member" name="member" aria-describedby="member-hint">
          <option value="">{words.noMember}</option>
          {Object.entries(team).map(([key, { name }]) => (
            <option value={key} selected={key === member}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}
