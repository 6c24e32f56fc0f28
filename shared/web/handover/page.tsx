import type { Child } from 'hono/jsx';
import type { Line, Section } from '../dossier/section.ts';
import type { Story } from '../dossier/story.ts';
import type { Language } from '../dossier/words.ts';
import { pageStyle } from './style.ts';
import { pageWords } from './words.ts';

/** The dossier as a page for sales. */
export function dossierPage(story: Story): string {
  const { language, headline, summary, verdict, quote, contact, deadline, sections } = story;
  return document(
    language,
    headline,
    <>
      <h1>{headline}</h1>
      <p class={`summary ${verdict}`}>{summary.join(' · ')}</p>
      {quote && (
        <blockquote>
          {quote.text}
          <p class="soft">{quote.note}</p>
        </blockquote>
      )}
      <nav class="reach">
        {contact.flatMap(({ label, value, href }) =>
          href === undefined ? [] : <a href={href}>{`${label}: ${value}`}</a>,
        )}
      </nav>
      <p class="soft">{deadline}</p>
      <dl>
        {contact.flatMap(({ label, value, href }) =>
          href === undefined
            ? [
                <div>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>,
              ]
            : [],
        )}
      </dl>
      {sections.map((section) => (
        <SectionPart section={section} language={language} />
      ))}
    </>,
  );
}

/** A page that says why there is no dossier. */
export function excusePage(language: Language, why: 'gone' | 'unknown' | 'unavailable'): string {
  const { title, text } = pageWords[language][why];
  return document(
    language,
    title,
    <>
      <h1>{title}</h1>
      <p>{text}</p>
    </>,
  );
}

function document(language: Language, title: string, content: Child): string {
  const page = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: pageStyle }} />
      </head>
      <body>
        <main>{content}</main>
      </body>
    </html>
  );
  return `<!doctype html>${page.toString()}`;
}

function SectionPart({ section, language }: { section: Section; language: Language }) {
  const { title, intro, more, lines, isDetail } = section;
  const list = lines.length > 0 && (
    <ul>
      {lines.map((line) => (
        <LinePart line={line} />
      ))}
    </ul>
  );
  return (
    <section>
      <h2>{title}</h2>
      {intro && <p>{intro}</p>}
      {more && <p class="soft">… {more}</p>}
      {isDetail ? (
        <details>
          <summary>{pageWords[language].score}</summary>
          {list}
        </details>
      ) : (
        list
      )}
    </section>
  );
}

function LinePart({ line: { text, note, points } }: { line: Line }) {
  return (
    <li>
      <div>
        {text}
        {note && <div class="soft">{note}</div>}
      </div>
      {points && <b>{points}</b>}
    </li>
  );
}
