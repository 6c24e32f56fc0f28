import { raw } from 'hono/html';
import type { Preview } from '../../../shared/usecases/nurture/preview-mail.ts';
import { STYLE } from '../start-page/style.ts';
import { Choice, type Choices } from './choice.tsx';
import { type ColourScheme, inScheme } from './colour-scheme.ts';
import { mistakeLine } from './playbook-files.ts';
import { PREVIEW_STYLE } from './style.ts';
import type { PreviewTexts } from './texts.ts';

interface Props {
  preview: Preview;
  choices: Choices;
  texts: PreviewTexts;
}

/** A mail as its reader will see it, before anybody gets it. */
export function PreviewPage({ preview, choices, texts }: Props) {
  const { code, label } = texts.other;
  const { mail, locale, lead } = choices;
  const elsewhere = new URLSearchParams({ mail, locale, lead, lang: code });
  return (
    <html lang={texts.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{texts.title}</title>
        <link rel="icon" href="data:," />
        <style>{raw(STYLE + PREVIEW_STYLE)}</style>
      </head>
      <body>
        <header>
          <div>
            <h1>{texts.title}</h1>
            <p class="lead-in">{texts.intro}</p>
          </div>
          <nav aria-label={texts.title}>
            <a href={`/?lang=${texts.language}`}>{texts.back}</a>
            <a href={`?${elsewhere}`} lang={code} hreflang={code}>
              {label}
            </a>
          </nav>
        </header>
        <main>
          <Choice choices={choices} texts={texts} />
          {preview.ok ? (
            <Mail mail={preview} locale={locale} texts={texts} />
          ) : (
            <Mistakes {...preview} texts={texts} />
          )}
        </main>
      </body>
    </html>
  );
}

function Mistakes({ mistakes, texts }: Extract<Preview, { ok: false }> & { texts: PreviewTexts }) {
  return (
    <section aria-labelledby="mistakes">
      <h2 id="mistakes">{texts.mistakes}</h2>
      <p class="hint">{texts.mistakesHint}</p>
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
  texts: PreviewTexts;
}

const schemes: ColourScheme[] = ['light', 'dark'];

function Mail({ mail, locale, texts }: MailProps) {
  return (
    <>
      <section aria-labelledby="inbox">
        <h2 id="inbox">{texts.inbox}</h2>
        <dl class="head">
          <dt>{texts.subject}</dt>
          <dd class="subject" lang={locale}>
            {mail.subject}
          </dd>
          <dt>{texts.preheader}</dt>
          <dd lang={locale}>{mail.preheader}</dd>
          <dt>{texts.size}</dt>
          <dd>
            {mail.kilobytes} KB <span class="quiet">{texts.sizeHint}</span>
          </dd>
        </dl>
      </section>
      <section aria-labelledby="html">
        <h2 id="html">{texts.html}</h2>
        <div class="frames">
          {(['phone', 'desk'] as const).map((place) =>
            schemes.map((scheme) => (
              <figure>
                <figcaption>{texts.frames[place][scheme]}</figcaption>
                <iframe
                  class={place}
                  sandbox=""
                  title={texts.frames[place][scheme]}
                  srcdoc={inScheme(mail.html, scheme)}
                />
              </figure>
            )),
          )}
        </div>
      </section>
      <section aria-labelledby="text">
        <h2 id="text">{texts.text}</h2>
        <pre lang={locale}>{mail.text}</pre>
      </section>
    </>
  );
}
