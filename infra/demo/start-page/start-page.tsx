import { Hono } from 'hono';
import { raw } from 'hono/html';
import type { Language } from '../../../shared/domain/language.ts';
import { renderDocument } from '../../../shared/web/layout/document.tsx';
import { LanguageLinks } from '../../../shared/web/layout/page.tsx';
import type { RunningTwin } from '../../local/running-twin.ts';
import { consoleLink } from '../console-link.ts';
import { requestLanguage } from '../request-language.ts';
import { SCRIPT } from './browser-script.ts';
import { DeadLetters, JsonLinks } from './failures-section.tsx';
import { type Live, liveReader } from './live.ts';
import { LiveSections } from './live-sections.tsx';
import { StorySteps } from './story-section.tsx';
import { STYLE } from './style.ts';
import { SampleButton, TimeSection } from './time-section.tsx';
import { WiringSections } from './wiring-sections.tsx';
import { startPageWords } from './words.ts';

/** The twin's page at `/`. */
export function startPage(twin: RunningTwin): Hono {
  const readLive = liveReader(twin);
  return new Hono().get('/', async (c) => {
    c.header('vary', 'accept-language');
    c.header('cache-control', 'no-store');
    return c.html(render({ twin, live: await readLive(), language: requestLanguage(c) }));
  });
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
    styles: [STYLE],
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
          <nav class="doors" aria-label={words.console}>
            {(['sales', 'marketing', 'admin'] as const).map((who) => (
              <a href={consoleLink(addresses.api, who)}>
                {words.openAs[who]} <small>{words.openHints[who]}</small>
              </a>
            ))}
          </nav>
          <section aria-labelledby="first">
            <h2 id="first">{words.firstTitle}</h2>
            <div id="story" data-live data-failed={words.liveFailed}>
              <StorySteps {...{ live, language, addresses, website }} />
            </div>
            <SampleButton words={words} />
          </section>
          <div id="live" data-live>
            <LiveSections {...{ live, language, addresses }} />
          </div>
          <TimeSection words={words} />
          <section aria-labelledby="dead">
            <h2 id="dead">{words.dead}</h2>
            <div id="failures" data-live>
              <DeadLetters deadLetters={live.deadLetters} language={language} />
            </div>
            <JsonLinks language={language} />
          </section>
          <WiringSections wiring={wiring} words={words} />
        </main>
        <p id="status" role="status" />
        <script>{raw(SCRIPT)}</script>
      </>
    ),
  });
}
