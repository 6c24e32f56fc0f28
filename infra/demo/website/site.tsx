import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { askedLanguage, type Localised, languages } from '../../../shared/domain/language.ts';
import { script, styleSheet } from './assets.ts';
import { en, type WebsiteContent } from './content/en/en.ts';
import { nl } from './content/nl/nl.ts';
import { ArticlePage } from './pages/article-page.tsx';
import { Contact } from './pages/contact.tsx';
import { Demo } from './pages/demo.tsx';
import { GuidePage } from './pages/guide.tsx';
import { Guides } from './pages/guides.tsx';
import { Home } from './pages/home.tsx';
import { NotFound } from './pages/not-found.tsx';
import { Pricing } from './pages/pricing.tsx';
import { Product } from './pages/product.tsx';
import { Whitepaper } from './pages/whitepaper.tsx';
import { WhitepaperThanks } from './pages/whitepaper-thanks.tsx';
import { type Place, pathIn } from './place.ts';

const content: Localised<WebsiteContent> = { en, nl };

type Page = (props: { place: Place }) => Child;

const pages: Record<string, Page> = {
  '/': Home,
  '/product': Product,
  '/pricing': Pricing,
  '/demo': Demo,
  '/guides/': Guides,
  ...Object.fromEntries(
    en.guides.list.map(({ slug }) => [
      `/guides/${slug}`,
      ({ place }: { place: Place }) => <GuidePage place={place} slug={slug} />,
    ]),
  ),
  '/whitepaper': Whitepaper,
  '/whitepaper/thanks': WhitepaperThanks,
  '/whitepaper/read': ({ place }) => <ArticlePage place={place} article={place.words.whitepaper.read} />,
  '/contact': Contact,
  '/cookies': ({ place }) => <ArticlePage place={place} article={place.words.cookies} />,
};

/** The paths of all pages in English; in Dutch each starts with `/nl`. */
export const paths = Object.keys(pages);

export interface WebsiteOptions {
  /** The address of Kansrijk's API as browsers see it. */
  apiUrl: string;
  /** The time in milliseconds. */
  now?: () => number;
}

/** The website of an invented company that uses Kansrijk, in Dutch and English. */
export function createWebsite({ apiUrl, now = Date.now }: WebsiteOptions): Hono {
  const website = new Hono();
  const show = (context: Context, Page: Page, status: 200 | 404 = 200) => {
    const { origin, pathname } = new URL(context.req.url);
    const asked = askedLanguage(context.req.query());
    const language = languages.find((each) => pathname.startsWith(`/${each}/`)) ?? 'en';
    const path = pathname.slice(pathIn(language, '').length);
    if (asked !== undefined && asked !== language) return context.redirect(pathIn(asked, path));
    const renderedAt = new Date(now()).toISOString();
    const place = { language, words: content[language], path, origin, apiUrl, renderedAt };
    return context.html(`<!doctype html>${<Page place={place} />}`, status);
  };

  for (const language of languages) {
    const redirect = (from: string, to: string) =>
      website.get(pathIn(language, from), (context) => context.redirect(pathIn(language, to)));
    for (const [path, Page] of Object.entries(pages))
      website.get(pathIn(language, path), (context) => show(context, Page));
    if (language !== 'en') redirect('', '/');
    redirect('/guides', '/guides/');
  }
  website.get('/style.css', (context) =>
    context.body(styleSheet(), 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );
  website.get('/site.js', (context) =>
    context.body(script(), 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  website.notFound((context) => show(context, NotFound, 404));
  return website;
}
