import type { Language } from '../../../domain/language.ts';
import { pages } from '../pages.ts';
import { companyWords } from './words.ts';

export interface FindCompanyProps {
  language: Language;
  /** What is looked for; undefined before anything was. */
  q?: string | undefined;
  companies: readonly { domain: string; name?: string }[];
  isTooShort: boolean;
  /** Where the next page begins. */
  next?: string | undefined;
}

/** The way to a company. */
export function FindCompany({ language, q, companies, isTooShort, next }: FindCompanyProps) {
  const words = companyWords[language];
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <form class="filters" method="get" action={pages.companies}>
        <div class="field">
          <label for="q">{words.search}</label>
          <p class="small quiet" id="q-hint">
            {words.searchHint}
          </p>
          {isTooShort && (
            <p class="wrong" id="q-wrong">
              {words.tooShort}
            </p>
          )}
          <input
            type="search"
            id="q"
            name="q"
            value={q}
            maxlength={254}
            autocomplete="off"
            aria-describedby={isTooShort ? 'q-hint q-wrong' : 'q-hint'}
            aria-invalid={isTooShort ? 'true' : undefined}
          />
        </div>
        <button type="submit">{words.find}</button>
      </form>
      {q !== undefined && !isTooShort && companies.length === 0 && (
        <p class="empty">{next ? words.nothingYet : words.nothing}</p>
      )}
      {companies.length > 0 && (
        <section class="card">
          <ul>
            {companies.map(({ domain, name }) => (
              <li>
                <a href={`${pages.companies}/${encodeURIComponent(domain)}`}>{name ?? domain}</a>
                {name && <span class="quiet"> {domain}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {q !== undefined && (next || companies.length > 0) && (
        <p class="buttons">
          {next && (
            <a class="button second" href={`${pages.companies}?${new URLSearchParams({ q, cursor: next })}`}>
              {words.further}
            </a>
          )}
          <a class="button second" href={`${pages.companies}.csv?${new URLSearchParams({ q })}`}>
            {words.file}
          </a>
        </p>
      )}
    </>
  );
}
