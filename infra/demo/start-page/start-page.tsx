import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { RunningTwin } from '../../local/running-twin.ts';
import { requestLanguage } from '../request-language.ts';
import { SCRIPT } from './browser-script.ts';
import { type Live, readLive } from './live.ts';
import { LiveSections } from './live-sections.tsx';
import { STYLE } from './style.ts';
import { SampleButton, TimeSection } from './time-section.tsx';
import { WiringSections } from './wiring-sections.tsx';
import type { StartPageWords } from './words/en.ts';
import { startPageWords } from './words.ts';

/** The twin's page at `/`, and the part of it that refreshes. */
export function startPage(twin: RunningTwin): Hono {
  const app = new Hono();
  app.get('/', async (c) => {
    const words = startPageWords[requestLanguage(c)];
    const live = await readLive(twin);
    c.header('vary', 'accept-language');
    return c.html(html`<!doctype html>${<Page twin={twin} live={live} words={words} />}`);
  });
  app.get('/_local/live', async (c) => {
    const words = startPageWords[requestLanguage(c)];
    c.header('cache-control', 'no-store');
    return c.html(<LiveSections live={await readLive(twin)} words={words} addresses={twin.addresses} />);
  });
  return app;
}

interface Props {
  twin: RunningTwin;
  live: Live;
  words: StartPageWords;
}

function Page({ twin: { addresses, wiring }, live, words }: Props) {
  const website = words.language === 'nl' ? `${addresses.website}/nl/` : addresses.website;
  return (
    <html lang={words.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{words.title}</title>
        <link rel="icon" href="data:," />
        <style>{raw(STYLE)}</style>
      </head>
      <body data-failed={words.liveFailed}>
        <header>
          <div>
            <h1>{words.title}</h1>
            <p class="lead-in">{words.intro}</p>
          </div>
          <a href={`/?lang=${words.other.code}`} lang={words.other.code} hreflang={words.other.code}>
            {words.other.label}
          </a>
        </header>
        <main>
          <nav class="doors" aria-label={words.title}>
            <a href={website}>
              {words.website} <small>{words.websiteHint}</small>
            </a>
            <a href={addresses.inbox}>
              {words.inbox} <small>{words.inboxHint}</small>
            </a>
            <a href={`/_local/preview?lang=${words.language}`}>
              {words.preview} <small>{words.previewHint}</small>
            </a>
            <a href={`/_local/reports?lang=${words.language}`}>
              {words.reports} <small>{words.reportsHint}</small>
            </a>
          </nav>
          <section aria-labelledby="first">
            <h2 id="first">{words.firstTitle}</h2>
            <ol>
              {words.firstSteps.map(([before, link, after]) => (
                <li>
                  {before}
                  {link && <a href={website}>{link}</a>}
                  {after}
                </li>
              ))}
            </ol>
            <SampleButton words={words} />
          </section>
          <div id="live">
            <LiveSections live={live} words={words} addresses={addresses} />
          </div>
          <TimeSection words={words} />
          <WiringSections wiring={wiring} words={words} />
        </main>
        <p id="status" role="status" />
        <script>{raw(SCRIPT)}</script>
      </body>
    </html>
  );
}
