import { Hono } from 'hono';
import { raw } from 'hono/html';
import type { Language } from '../../../shared/domain/language.ts';
import { renderDocument } from '../../../shared/web/layout/document.tsx';
import { LanguageLinks } from '../../../shared/web/layout/page.tsx';
import type { RunningTwin } from '../../local/running-twin.ts';
import { requestLanguage } from '../request-language.ts';
import { SCRIPT } from './browser-script.ts';
import { type Live, readLive } from './live.ts';
import { LiveSections } from './live-sections.tsx';
import { STYLE } from './style.ts';
import { SampleButton, TimeSection } from './time-section.tsx';
import { WiringSections } from './wiring-sections.tsx';
import { startPageWords } from './words.ts';

/** The twin's page at `/`, and the part of it that refreshes. */
export function startPage(twin: RunningTwin): Hono {
  const app = new Hono();
  app.get('/', async (c) => {
    c.header('vary', 'accept-language');
    return c.html(render({ twin, live: await readLive(twin), language: requestLanguage(c) }));
  });
  app.get('/_local/live', async (c) => {
    const live = await readLive(twin);
    c.header('cache-control', 'no-store');
    return c.html(<LiveSections live={live} language={requestLanguage(c)} addresses={twin.addresses} />);
  });
  return app;
}

interface Props {
  twin: RunningTwin;
  live: Live;
  language: Language;
}

function render({ twin: { addresses, wiring }, live, language }: Props): string {
  const words = startPageWords[language];
  const website = language === 'en' ? addresses.website : `${addresses.website}/${language}/`;
  return renderDocument({
    language,
    title: words.title,
    style: STYLE,
    head: <link rel="icon" href="data:," />,
    children: (
      <>
        <header>
          <div>
            <h1>{words.title}</h1>
            <p class="lead-in">{words.intro}</p>
          </div>
          <LanguageLinks language={language} inLanguage={(other) => `/?lang=${other}`} />
        </header>
        <main>
          <nav class="doors" aria-label={words.title}>
            <a href={website}>
              {words.website} <small>{words.websiteHint}</small>
            </a>
            <a href={addresses.inbox}>
              {words.inbox} <small>{words.inboxHint}</small>
            </a>
            <a href={`/_local/preview?lang=${language}`}>
              {words.preview} <small>{words.previewHint}</small>
            </a>
            <a href={`/_local/reports?lang=${language}`}>
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
          <div id="live" data-failed={words.liveFailed}>
            <LiveSections live={live} language={language} addresses={addresses} />
          </div>
          <TimeSection words={words} />
          <WiringSections wiring={wiring} words={words} />
        </main>
        <p id="status" role="status" />
        <script>{raw(SCRIPT)}</script>
      </>
    ),
  });
}
