import { counted } from '../../language.ts';
import { pages } from '../pages.ts';
import { Facts } from './facts.tsx';
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
          {(company.people.length > 0 || isLater) && (
            <a class="button second" href={`${address}.csv`}>
              {words.file}
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
