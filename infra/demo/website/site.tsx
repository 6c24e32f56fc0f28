import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { script, styleSheet } from './assets.ts';
import { en } from './content/en/en.ts';
import { nl } from './content/nl/nl.ts';
import { Contact } from './pages/contact.tsx';
import { Cookies } from './pages/cookies.tsx';
import { Demo } from './pages/demo.tsx';
import { GuidePage } from './pages/guide.tsx';
import { Guides } from './pages/guides.tsx';
import { Home } from './pages/home.tsx';
import { NotFound } from './pages/not-found.tsx';
import { Pricing } from './pages/pricing.tsx';
import { Product } from './pages/product.tsx';
import { ReadWhitepaper } from './pages/read-whitepaper.tsx';
import { Whitepaper } from './pages/whitepaper.tsx';
import { WhitepaperThanks } from './pages/whitepaper-thanks.tsx';
import type { Place } from './place.ts';

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
  '/whitepaper/read': ReadWhitepaper,
  '/contact': Contact,
  '/cookies': Cookies,
};

/** The paths of all pages in English; in Dutch each begins with `/nl`. */
export const paths = Object.keys(pages);

export interface WebsiteOptions {
  /** The address of Kansrijk's API as browsers see it. */
  apiUrl: string;
  /** The time in milliseconds. */
  now?: () => number;
}

/** The website of Leadwijzer, an invented company that uses Kansrijk, in Dutch and English. */
export function createWebsite({ apiUrl, now = Date.now }: WebsiteOptions): Hono {
  const website = new Hono();
  const show = (context: Context, Page: Page, status: 200 | 404 = 200) => {
    const { origin, pathname } = new URL(context.req.url);
    const [words, path] = pathname.startsWith('/nl/') ? [nl, pathname.slice(3)] : [en, pathname];
    const renderedAt = new Date(now()).toISOString();
    const place = { words, path, origin, apiUrl, renderedAt };
    return context.html(`<!doctype html>${<Page place={place} />}`, status);
  };

  for (const [path, Page] of Object.entries(pages)) {
    website.get(path, (context) => show(context, Page));
    website.get(`/nl${path}`, (context) => show(context, Page));
  }
  website.get('/nl', (context) => context.redirect('/nl/'));
  website.get('/guides', (context) => context.redirect('/guides/'));
  website.get('/nl/guides', (context) => context.redirect('/nl/guides/'));
  website.get('/style.css', (context) =>
    context.body(styleSheet(), 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );
  website.get('/site.js', (context) =>
    context.body(script(), 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  website.notFound((context) => show(context, NotFound, 404));
  return website;
}
