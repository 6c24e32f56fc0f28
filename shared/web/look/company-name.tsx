import type { Language } from '../../domain/language.ts';
import { footLinks, homeAddress } from '../../domain/look/foot-links.ts';
import type { Look } from './look.ts';

interface Props {
  look: Look;
  language: Language;
}

/** The company's logo or name, as a link to its website. */
export function CompanyLink({ look, language }: Props) {
  return (
    <a class="company" href={homeAddress(look.company, language, look.websiteUrl)}>
      <CompanyName look={look} language={language} />
    </a>
  );
}

/** The company's logo, its name, or both. */
export function CompanyName({ look: { company, logo }, language }: Props) {
  if (logo === undefined) return company.name;
  const { light, dark } = logo;
  const isBeside = company.logo?.withName === true;
  return (
    <>
      <picture>
        {dark && <source media="(prefers-color-scheme: dark)" srcset={dark.src} />}
        <img {...light} alt={isBeside ? '' : (company.logo?.alt[language] ?? company.name)} class="logo" />
      </picture>
      {isBeside && <span>{company.name}</span>}
    </>
  );
}

/** Who the company is, and its pages about that. */
export function CompanyFoot({ look: { company, websiteUrl }, language }: Props) {
  const links = footLinks(company, language, websiteUrl);
  if (company.address === '') return null;
  return (
    <footer class="quiet small">
      <p>
        {company.legalName ?? company.name}, {company.address}
      </p>
      {links.length > 0 && (
        <ul>
          {links.map(({ title, href }) => (
            <li>
              <a href={href}>{title}</a>
            </li>
          ))}
        </ul>
      )}
    </footer>
  );
}
