import type { Language, Localised } from '../language.ts';
import type { Company } from './company.ts';

/** The links that stand below pages and mails, in this order. */
const titles = {
  privacy: { nl: 'Privacy', en: 'Privacy' },
  terms: { nl: 'Voorwaarden', en: 'Terms' },
  imprint: { nl: 'Bedrijfsgegevens', en: 'Imprint' },
  contact: { nl: 'Contact', en: 'Contact' },
} as const satisfies Record<Exclude<keyof NonNullable<Company['links']>, 'home'>, Localised>;

/**
 * What stands below pages and mails, in one language.
 * @param websiteUrl the company's website, without a slash at the end
 */
export function footLinks(
  { links = {} }: Pick<Company, 'links'>,
  language: Language,
  websiteUrl: string,
): { title: string; href: string }[] {
  return Object.entries(titles).flatMap(([name, title]) => {
    const address = links[name as keyof typeof titles]?.[language];
    return address === undefined ? [] : [{ title: title[language], href: inFull(address, websiteUrl) }];
  });
}

/** Where the company's name leads: its own home page, else that of its website. */
export function homeAddress(
  { links }: Pick<Company, 'links'>,
  language: Language,
  websiteUrl: string,
): string {
  const home = links?.home?.[language];
  return home === undefined ? websiteUrl : inFull(home, websiteUrl);
}

function inFull(address: string, websiteUrl: string): string {
  return address.startsWith('/') ? websiteUrl + address : address;
}
