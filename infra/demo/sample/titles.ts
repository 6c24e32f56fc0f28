import { ourCompany } from '../our-company.ts';
import { en } from '../website/content/en/en.ts';

/** The browser title of each page that the sample people visit. */
export const titles: Readonly<Record<string, string>> = {
  '/': `${ourCompany.name}: ${en.site.tagline}`,
  '/product': titled(en.product.title),
  '/pricing': titled(en.pricing.title),
  '/demo': titled(en.demo.title),
  '/guides/': titled(en.guides.title),
  ...Object.fromEntries(en.guides.list.map(({ slug, title }) => [`/guides/${slug}`, titled(title)])),
};

function titled(title: string): string {
  return `${title} · ${ourCompany.name}`;
}
