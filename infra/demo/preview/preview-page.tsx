import type { Language } from '../../../shared/domain/language.ts';
import type { Preview } from '../../../shared/usecases/nurture/preview-mail.ts';
import { type ColourScheme, inScheme } from '../../../shared/web/layout/colour-scheme.ts';
import { renderDocument } from '../../../shared/web/layout/document.tsx';
import { LanguageLinks } from '../../../shared/web/layout/page.tsx';
import { STYLE } from '../start-page/style.ts';
import { Choice, type Choices } from './choice.tsx';
import { mistakeLine } from './playbook-files.ts';
import { PREVIEW_STYLE } from './style.ts';
import type { PreviewWords } from './words/en.ts';
import { previewWords } from './words.ts';

interface Props {
  preview: Preview;
  choices: Choices;
  language: Language;
}

/** Renders a mail as its recipient will see it. */
export function renderPreview({ preview, choices, language }: Props): string {
  const words = previewWords[language];
  const { mail, locale, lead } = choices;
  const inLanguage = (lang: Language) => `?${new URLSearchParams({ mail, locale, lead, lang })}`;
  return renderDocument({
    language,
    title: words.title,
    style: STYLE + PREVIEW_STYLE,
    head: <link rel="icon" href="data:," />,
    children: (
      <>
        <header>
          <div>
            <h1>{words.title}</h1>
            <p class="lead-in">{words.intro}</p>
          </div>
          <nav aria-label={words.title}>
            <a href={`/?lang=${language}`}>{words.back}</a>
            <LanguageLinks language={language} inLanguage={inLanguage} />
          </nav>
        </header>
        <main>
          <Choice choices={choices} language={language} />
          {preview.ok ? (
            <Mail mail={preview} locale={locale} words={words} />
          ) : (
            <Mistakes {...preview} words={words} />
          )}
        </main>
      </>
    ),
  });
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
