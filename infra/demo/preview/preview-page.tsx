import { raw } from 'hono/html';
import type { Preview } from '../../../shared/usecases/nurture/preview-mail.ts';
import { STYLE } from '../start-page/style.ts';
import { Choice, type Choices } from './choice.tsx';
import { type ColourScheme, inScheme } from './colour-scheme.ts';
import { mistakeLine } from './playbook-files.ts';
import { PREVIEW_STYLE } from './style.ts';
import type { PreviewWords } from './words/en.ts';

interface Props {
  preview: Preview;
  choices: Choices;
  words: PreviewWords;
}

/** A mail as its recipient will see it. */
export function PreviewPage({ preview, choices, words }: Props) {
  const { code, label } = words.other;
  const { mail, locale, lead } = choices;
  const elsewhere = new URLSearchParams({ mail, locale, lead, lang: code });
  return (
    <html lang={words.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{words.title}</title>
        <link rel="icon" href="data:," />
        <style>{raw(STYLE + PREVIEW_STYLE)}</style>
      </head>
      <body>
        <header>
          <div>
            <h1>{words.title}</h1>
            <p class="lead-in">{words.intro}</p>
          </div>
          <nav aria-label={words.title}>
            <a href={`/?lang=${words.language}`}>{words.back}</a>
            <a href={`?${elsewhere}`} lang={code} hreflang={code}>
              {label}
            </a>
          </nav>
        </header>
        <main>
          <Choice choices={choices} words={words} />
          {preview.ok ? (
            <Mail mail={preview} locale={locale} words={words} />
          ) : (
            <Mistakes {...preview} words={words} />
          )}
        </main>
      </body>
    </html>
  );
}

function Mistakes({ mistakes, words }: Extract<Preview, { ok: false }> & { words: PreviewWords }) {
  return (
    <section aria-labelledby="mistakes">
      <h2 id="mistakes">{words.mistakes}</h2>
      <p class="hint">{words.mistakesHint}</p>
      <ul class="mistakes" lang="en">
        {mistakes.map((mistake) => (
          <li>
            <code>{mistakeLine(mistake)}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface MailProps {
  mail: Extract<Preview, { ok: true }>;
  locale: string;
  words: PreviewWords;
}

const schemes: ColourScheme[] = ['light', 'dark'];

function Mail({ mail, locale, words }: MailProps) {
  return (
    <>
      <section aria-labelledby="inbox">
        <h2 id="inbox">{words.inbox}</h2>
        <dl class="head">
          <dt>{words.subject}</dt>
          <dd class="subject" lang={locale}>
            {mail.subject}
          </dd>
          <dt>{words.preheader}</dt>
          <dd lang={locale}>{mail.preheader}</dd>
          <dt>{words.size}</dt>
          <dd>
            {mail.kilobytes} KB <span class="quiet">{words.sizeHint}</span>
          </dd>
        </dl>
      </section>
      <section aria-labelledby="html">
        <h2 id="html">{words.html}</h2>
        <div class="frames">
          {(['phone', 'desk'] as const).map((place) =>
            schemes.map((scheme) => (
              <figure>
                <figcaption>{words.frames[place][scheme]}</figcaption>
                <iframe
                  class={place}
                  sandbox=""
                  title={words.frames[place][scheme]}
                  srcdoc={inScheme(mail.html, scheme)}
                />
              </figure>
            )),
          )}
        </div>
      </section>
      <section aria-labelledby="text">
        <h2 id="text">{words.text}</h2>
        <pre lang={locale}>{mail.text}</pre>
      </section>
    </>
  );
}
