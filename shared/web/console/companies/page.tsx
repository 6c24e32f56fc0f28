import { counted, longDate } from '../../language.ts';
import { pages } from '../pages.ts';
import { GiveCompany, Outcome } from './give.tsx';
import { People } from './people.tsx';
import type { CompanyProps } from './props.ts';
import { companyWords } from './words.ts';

/** Everything about one company. */
export function CompanyView(props: CompanyProps) {
  const { language, company, isLater, outcome } = props;
  const words = companyWords[language];
  const address = addressOf(company.domain);
  return (
    <>
      <h1>{company.name ?? company.domain}</h1>
      {company.name && <p class="quiet">{company.domain}</p>}
      {outcome && <Outcome {...props} outcome={outcome} />}
      <Facts {...props} />
      <section class="card">
        <h2>{words.facts.people}</h2>
        {company.people.length > 0 && <People {...props} />}
        {company.hidden > 0 && <p class="quiet">{counted(language, company.hidden, words.hidden)}.</p>}
        <div class="buttons">
          {isLater && (
            <a class="button second" href={address}>
              {words.first}
            </a>
          )}
          {company.next && (
            <a class="button second" href={`${address}?after=${company.next}`}>
              {words.next}
            </a>
          )}
        </div>
      </section>
      <GiveCompany {...props} address={address} />
    </>
  );
}

/** The address of a company's page. */
export function addressOf(domain: string): string {
  return `${pages.companies}/${encodeURIComponent(domain)}`;
}

function Facts({ language, timeZone, company, playbook, isLater }: CompanyProps) {
  const words = companyWords[language];
  const { owner, since, count, isMore, points, next } = company;
  const isPart = isLater || next !== undefined;
  const nameOf = (person: string) => playbook.sales?.team[person]?.name ?? person;
  return (
    <dl class="facts card">
      {!isLater && (
        <div>
          <dt>{words.facts.people}</dt>
          <dd class="number">{isMore ? words.moreThan(String(count)) : count}</dd>
        </div>
      )}
      <div>
        <dt>{words.facts.points}</dt>
        <dd class="number">
          {points} {isPart && <span class="small quiet">{words.pageOf}</span>}
        </dd>
      </div>
      {since && (
        <div>
          <dt>{words.facts.since}</dt>
          <dd>{longDate(language, since, timeZone)}</dd>
        </div>
      )}
      <div>
        <dt>{words.facts.owner}</dt>
        <dd>
          {owner
            ? words.ownedSince(nameOf(owner.person), longDate(language, owner.at, timeZone))
            : words.nobodyOwns}
        </dd>
      </div>
    </dl>
  );
}
