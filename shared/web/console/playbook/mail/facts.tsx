import type { Language } from '../../../../domain/language.ts';
import type { MailHint } from '../../../../playbook/edit/mail-hints.ts';
import { mailWords } from '../../mails/words.ts';
import { fileAddress } from '../addresses.ts';
import { mailEditorWords } from './words.ts';

/** Gmail cuts off what is above (in KB). */
const GMAIL_KILOBYTES = 102;

interface Props {
  language: Language;
  path: string;
  locale: Language;
  /** As the mail is now; undefined when it cannot be shown. */
  shown:
    | { subject: string; preheader: string; text: string; kilobytes: number; links: readonly string[] }
    | undefined;
  hints: readonly MailHint[];
}

/** What else there is to know of a mail: its size, its links, hints, and how it looks elsewhere. */
export function MailFacts({ language, path, locale, shown, hints }: Props) {
  const words = mailEditorWords[language];
  const published = mailWords[language];
  if (shown === undefined) return <p class="notice">{words.notShown}</p>;
  const { kilobytes, links } = shown;
  const isTooLarge = kilobytes > GMAIL_KILOBYTES;
  const look = (scheme: string) => `${fileAddress(path)}/look?scheme=${scheme}`;
  return (
    <>
      <section class="card">
        <h2>{words.facts}</h2>
        <p class={isTooLarge ? 'wrong' : undefined}>
          {isTooLarge
            ? published.tooLarge(kilobytes, GMAIL_KILOBYTES)
            : published.fits(kilobytes, GMAIL_KILOBYTES)}
        </p>
        {hints.map((hint) => (
          <p class="warning">{hintText(hint, language)}</p>
        ))}
        <h3>{words.links(links.length)}</h3>
        <ul class="small">
          {links.map((link) => (
            <li>{link}</li>
          ))}
        </ul>
      </section>
      <details class="card">
        <summary>{words.elsewhere}</summary>
        <p class="soft">{words.asSaved}</p>
        <div class="frames">
          {(['light', 'dark'] as const).map((scheme) => (
            <figure tabindex={0}>
              <figcaption class="small quiet">{published.frames[`desk ${scheme}`]}</figcaption>
              <iframe
                class="desk"
                sandbox=""
                loading="lazy"
                title={published.frames[`desk ${scheme}`]}
                src={look(scheme)}
              />
            </figure>
          ))}
        </div>
      </details>
      <details class="card">
        <summary>{published.text}</summary>
        <pre lang={locale} tabindex={0}>
          {shown.text}
        </pre>
      </details>
    </>
  );
}

function hintText(hint: MailHint, language: Language): string {
  const words = mailEditorWords[language].hints;
  switch (hint.kind) {
    case 'spam-word':
      return words.spam(hint.word);
    case 'many-links':
      return words.manyLinks(hint.count);
    default:
      return words.shouts;
  }
}
