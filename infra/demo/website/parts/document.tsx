import type { PropsWithChildren } from 'hono/jsx';
import { languages } from '../../../../shared/domain/language.ts';
import { ourCompany } from '../../our-company.ts';
import type { Head } from '../content/article.ts';
import { type Place, pathIn } from '../place.ts';
import { CookieBar } from './cookie-bar.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Ccircle cx='16' cy='16' r='15' fill='%230b5f4c'/%3E%3Cpath d='m23 8-5 11-9 5 5-11z' fill='%23f2a93b'/%3E%3C/svg%3E";

/** A whole page of the website. */
export function Document({ place, head, children }: PropsWithChildren<{ place: Place; head: Head }>) {
  const { language, words, path, origin, apiUrl } = place;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>
          {path === '/' ? `${ourCompany.name}: ${words.site.tagline}` : `${head.title} · ${ourCompany.name}`}
        </title>
        <meta name="description" content={head.description} />
        <meta name="theme-color" content="#0b5f4c" />
        {languages.map((each) => (
          <link rel="alternate" hreflang={each} href={origin + pathIn(each, path)} />
        ))}
        <link rel="alternate" hreflang="x-default" href={origin + path} />
        <link rel="icon" href={icon} />
        <link rel="stylesheet" href="/style.css" />
        <script async src={`${apiUrl}/t.js`} data-consent="required" />
        <script defer src="/site.js" />
      </head>
      <body>
        <a class="skip" href="#content">
          {words.site.skip}
        </a>
        <CookieBar place={place} />
        <Header place={place} />
        <main id="content" tabindex={-1}>
          {children}
        </main>
        <Footer place={place} />
      </body>
    </html>
  );
}
