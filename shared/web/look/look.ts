import type { Company } from '../../domain/look/company.ts';
import { type AboutCompany, companyOf } from '../../domain/look/company-of.ts';
import type { Picture } from '../../domain/look/picture.ts';
import { pictureAddress } from '../../playbook/picture-files/picture-address.ts';
import { styleHash, themeStyle } from './theme.ts';

/** How the company shows on a page. */
export interface Look {
  company: Company;
  /** Its website, without a slash at the end. */
  websiteUrl: string;
  logo?: { light: ShownPicture; dark?: ShownPicture } | undefined;
  /** The style sheet with its colours, and its hash. */
  theme: string;
  themeHash: string;
}

type ShownPicture = { src: string } & Pick<Picture, 'width' | 'height'>;

/** What a playbook says about the look of pages. */
export type AboutLook = AboutCompany & { pictures?: Readonly<Record<string, Picture>> | undefined };

/** How a playbook says that the company looks. */
export function lookOf(playbook: AboutLook, websiteUrl: string): Look {
  const company = companyOf(playbook);
  const shown = (path: string | undefined): ShownPicture | undefined => {
    const picture = path === undefined ? undefined : playbook.pictures?.[path];
    return picture && { src: pictureAddress(picture), width: picture.width, height: picture.height };
  };
  const light = shown(company.logo?.light);
  const dark = shown(company.logo?.dark);
  return { ...withTheme(company, websiteUrl), ...(light && { logo: { light, ...(dark && { dark }) } }) };
}

/** While no playbook can be read: the host of the website as the name. */
export function plainLook(websiteUrl: string): Look {
  return withTheme({ name: new URL(websiteUrl).host.replace(/^www\./, ''), address: '' }, websiteUrl);
}

function withTheme(company: Company, websiteUrl: string): Look {
  const theme = themeStyle(company);
  return { company, websiteUrl, theme, themeHash: styleHash(theme) };
}
