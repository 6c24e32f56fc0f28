import type { Child } from 'hono/jsx';
import type { Viewer } from '../../domain/console/viewer.ts';
import type { Language } from '../../domain/language.ts';
import { LanguageLinks } from '../layout/page.tsx';
import { CompanyName } from '../look/company-name.tsx';
import type { Look } from '../look/look.ts';
import { type PageName, pages, pagesFor } from './pages.ts';
import { consoleWords } from './words.ts';

/** The addresses of what every page loads; each changes with its content. */
export interface Assets {
  style: string;
  htmx: string;
}

export interface ShellProps {
  language: Language;
  /** Absent while nobody is signed in. */
  viewer?: Viewer | undefined;
  assets: Assets;
  look: Look;
  /** The page of the navigation that this one belongs to. */
  current?: PageName | undefined;
  title: string;
  /** The address of the same page in another language; absent when switching would lose what was typed. */
  inLanguage?: ((language: Language) => string) | undefined;
  children?: Child;
}

/** No style inside the page, which the policy forbids; back and forward load a page anew, as without a script. */
const HTMX = JSON.stringify({ includeIndicatorCSS: false, history: 'reload', defaultTimeout: 30_000 });

/** Where a page finds its colours: each set at its own address, so that browsers keep it for good. */
export function themeAddress(hash: string): string {
  return `/console/assets/theme-${hash.replace(/[^a-z0-9]/gi, '').slice(-24)}.css`;
}

/** A page of the console as HTML. It works without its script. */
export function renderShell(props: ShellProps): string {
  const { language, viewer, assets, look, title, children } = props;
  const words = consoleWords[language];
  const document = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="description" content={words.product} />
        <meta name="htmx-config" content={HTMX} />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={themeAddress(look.themeHash)} />
        <link rel="stylesheet" href={assets.style} />
        <script src={assets.htmx} defer></script>
        <title>{`${title} · ${words.product}`}</title>
      </head>
      <body>
        <a class="skip" href="#content">
          {words.toContent}
        </a>
        <header class="bar">
          <a class="brand" href={pages.today}>
            {words.product}
          </a>
          <span class="company">
            <CompanyName look={look} language={language} />
          </span>
          {viewer && <Pages {...props} viewer={viewer} />}
          <div class="me">
            {viewer && <span>{words.signedInAs(viewer.name, words.roles[viewer.role])}</span>}
            {props.inLanguage && (
              <span id="languages">
                <LanguageLinks language={language} inLanguage={props.inLanguage} />
              </span>
            )}
            {viewer && (
              <form method="post" action="/console/sign-out">
                <button type="submit" class="plain">
                  {words.signOut}
                </button>
              </form>
            )}
          </div>
        </header>
        <div id="trouble" role="alert" data-text={words.errors.unreachable} data-again={words.errors.again} />
        <main id="content" tabindex={-1}>
          {children}
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${document}`;
}

function Pages({ language, viewer, current }: ShellProps & { viewer: Viewer }) {
  const words = consoleWords[language];
  const { bar, menu } = pagesFor(viewer);
  const link = (name: PageName) => (
    <a href={pages[name]} aria-current={name === current ? 'page' : undefined}>
      {words.pages[name]}
    </a>
  );
  return (
    <nav aria-label={words.menu}>
      {bar.map(link)}
      {menu.length > 0 && (
        <details>
          <summary>{current && menu.includes(current) ? words.pages[current] : words.more}</summary>
          <div>{menu.map(link)}</div>
        </details>
      )}
    </nav>
  );
}
