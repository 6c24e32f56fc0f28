import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { RunningTwin } from '../../local/running-twin.ts';
import { SCRIPT } from './browser-script.ts';
import { type Live, readLive } from './live.ts';
import { LiveSections } from './live-sections.tsx';
import { STYLE } from './style.ts';
import { type Texts, textsFor } from './texts.ts';
import { SampleButton, TimeSection } from './time-section.tsx';
import { WiringSections } from './wiring-sections.tsx';

/** The page at `/` of the twin, and the part of it that it fetches again. */
export function startPage(twin: RunningTwin): Hono {
  const app = new Hono();
  app.get('/', async (c) => {
    const texts = textsFor(c.req.query('lang'), c.req.header('accept-language'));
    const live = await readLive(twin);
    c.header('vary', 'accept-language');
    return c.html(html`<!doctype html>${<Page twin={twin} live={live} texts={texts} />}`);
  });
  app.get('/_local/live', async (c) => {
    const texts = textsFor(c.req.query('lang'), c.req.header('accept-language'));
    c.header('cache-control', 'no-store');
    return c.html(<LiveSections live={await readLive(twin)} texts={texts} addresses={twin.addresses} />);
  });
  return app;
}

interface Props {
  twin: RunningTwin;
  live: Live;
  texts: Texts;
}

function Page({ twin: { addresses, wiring }, live, texts }: Props) {
  const website = texts.language === 'nl' ? `${addresses.website}/nl/` : addresses.website;
  return (
    <html lang={texts.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{texts.title}</title>
        <link rel="icon" href="data:," />
        <style>{raw(STYLE)}</style>
      </head>
      <body data-failed={texts.liveFailed}>
        <header>
          <div>
            <h1>{texts.title}</h1>
            <p class="lead-in">{texts.intro}</p>
          </div>
          <a href={`/?lang=${texts.other.code}`} lang={texts.other.code} hreflang={texts.other.code}>
            {texts.other.label}
          </a>
        </header>
        <main>
          <nav class="doors" aria-label={texts.title}>
            <a href={website}>
              {texts.website} <small>{texts.websiteHint}</small>
            </a>
            <a href={addresses.inbox}>
              {texts.inbox} <small>{texts.inboxHint}</small>
            </a>
            <a href={`/_local/preview?lang=${texts.language}`}>
              {texts.preview} <small>{texts.previewHint}</small>
            </a>
            <a href={`/_local/reports?lang=${texts.language}`}>
              {texts.reports} <small>{texts.reportsHint}</small>
            </a>
          </nav>
          <section aria-labelledby="first">
            <h2 id="first">{texts.firstTitle}</h2>
            <ol>
              {texts.firstSteps.map(([before, link, after]) => (
                <li>
                  {before}
                  {link && <a href={website}>{link}</a>}
                  {after}
                </li>
              ))}
            </ol>
            <SampleButton texts={texts} />
          </section>
          <div id="live">
            <LiveSections live={live} texts={texts} addresses={addresses} />
          </div>
          <TimeSection texts={texts} />
          <WiringSections wiring={wiring} texts={texts} />
        </main>
        <p id="status" role="status" />
        <script>{raw(SCRIPT)}</script>
      </body>
    </html>
  );
}
