import { longDate } from '../../language.ts';
import type { CompanyProps } from './props.ts';
import { companyWords } from './words.ts';

/** The form that gives a company to somebody of sales. */
export function GiveCompany({ language, company, playbook, address }: CompanyProps & { address: string }) {
  const words = companyWords[language];
  const owner = company.owner?.person;
  const others = Object.entries(playbook.sales?.team ?? {}).filter(([person]) => person !== owner);
  return (
    <section class="card">
      <h2>{words.give}</h2>
      {others.length === 0 ? (
        <p class="quiet">{words.noTeam}</p>
      ) : (
        <form method="post" action={address}>
          <p>{words.giveMore}</p>
          <input type="hidden" name="before" value={owner ?? ''} />
          <div class="field">
            <label for="to">{words.to}</label>
            <select id="to" name="to">
              {others.map(([person, { name }]) => (
                <option value={person}>{name}</option>
              ))}
            </select>
          </div>
          <button type="submit">{words.giveButton}</button>
        </form>
      )}
    </section>
  );
}

/** What became of giving it. */
export function Outcome({ language, timeZone, company, playbook, outcome }: CompanyProps) {
  const words = companyWords[language];
  const { owner } = company;
  const who = owner && (playbook.sales?.team[owner.person]?.name ?? owner.person);
  if (outcome === 'given') return who && <p class="notice">{words.given(who)}</p>;
  const taken = who ? words.taken(who, longDate(language, owner.at, timeZone)) : words.takenByNobody;
  return (
    <p class="notice refusal" role="alert">
      {outcome === 'nobody' ? words.nobody : taken}
    </p>
  );
}
