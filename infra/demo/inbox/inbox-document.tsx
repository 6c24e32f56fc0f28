import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Language } from '../../../shared/domain/language.ts';
import { renderDocument } from '../../../shared/web/layout/document.tsx';
import { LanguageLinks } from '../../../shared/web/layout/page.tsx';
import type { Addresses } from '../../local/running-twin.ts';
import { LIVE_SCRIPT } from '../live-script.ts';
import { STYLE } from '../start-page/style.ts';
import { inboxAddress } from './address.ts';
import { INBOX_STYLE } from './style.ts';
import { inboxWords } from './words.ts';

interface Props {
  language: Language;
  addresses: Addresses;
  title: string;
  /** The line above the title, such as a way back. */
  above?: Child;
  inLanguage(language: Language): string;
  /** Whether it has a part that refreshes by itself. */
  isLive?: boolean;
  children: Child;
}

/** A page of the inbox as HTML. */
export function renderInboxDocument(props: Props): string {
  const { language, addresses, title, above, inLanguage, isLive = false, children } = props;
  const words = inboxWords[language];
  return renderDocument({
    language,
    title,
    styles: [STYLE, INBOX_STYLE],
    head: <link rel="icon" href="data:," />,
    children: (
      <>
        <header>
          <div>
            {above}
            <h1>{title}</h1>
          </div>
          <nav aria-label={words.elsewhere}>
            <a href={inboxAddress('/', { lang: language })}>{words.title}</a>
            <a href={inboxAddress('/slack', { lang: language })}>{words.slack}</a>
            <a href={`${addresses.api}/?lang=${language}`}>{words.start}</a>
            <LanguageLinks language={language} inLanguage={inLanguage} />
          </nav>
        </header>
        <main>{children}</main>
        {isLive && (
          <>
            <p id="status" role="status" />
            <script>{raw(LIVE_SCRIPT)}</script>
          </>
        )}
      </>
    ),
  });
}
