import type { Language } from '../../../shared/domain/language.ts';
import type { ColourScheme } from '../../../shared/web/layout/colour-scheme.ts';
import type { Mail } from '../../local/running-twin.ts';
import { inboxAddress } from './address.ts';
import { inboxWords } from './words.ts';

const views = ['screen', 'phone', 'desk', 'text'] as const;

/** How a mail is shown: as wide as this screen, a phone or a desk, or as plain text. */
export type MailView = (typeof views)[number];

export function isMailView(value: string): value is MailView {
  return views.some((view) => view === value);
}

interface Props {
  mail: Mail;
  view: MailView;
  /** Undefined leaves it to the browser. */
  scheme: ColourScheme | undefined;
  language: Language;
}

/** The links that choose the view and the colours, and the mail itself. */
export function MailViews({ mail, view, scheme, language }: Props) {
  const words = inboxWords[language];
  const path = `/mails/${mail.id}`;
  const shown = mail.html ? views : (['text'] as const);
  return (
    <section aria-labelledby="mail">
      <h2 id="mail">{words.mail}</h2>
      <div class="views">
        <nav aria-label={words.view}>
          {shown.map((other) => (
            <a
              href={inboxAddress(path, { view: other, scheme, lang: language })}
              aria-current={other === view ? 'true' : undefined}
            >
              {words.views[other]}
            </a>
          ))}
        </nav>
        {view !== 'text' && (
          <nav aria-label={words.colours}>
            {([undefined, 'light', 'dark'] as const).map((other) => (
              <a
                href={inboxAddress(path, { view, scheme: other, lang: language })}
                aria-current={other === scheme ? 'true' : undefined}
              >
                {words.schemes[other ?? 'browser']}
              </a>
            ))}
          </nav>
        )}
      </div>
      {view === 'text' ? (
        <pre>{mail.text}</pre>
      ) : (
        <iframe
          class={view}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          title={words.mail}
          src={inboxAddress(`${path}/html`, { scheme })}
        />
      )}
    </section>
  );
}
