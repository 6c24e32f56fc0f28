import type { Language } from '../../../shared/domain/language.ts';
import { counted } from '../../../shared/web/language.ts';
import type { Addresses, FoundMails, Mail } from '../../local/running-twin.ts';
import { Moment } from '../moment.tsx';
import { inboxAddress } from './address.ts';
import { renderInboxDocument } from './inbox-document.tsx';
import { inboxWords } from './words.ts';

/** What was asked for, as it stands in the address. */
interface Asked {
  q: string;
  to: string;
  before: string;
}

interface Props extends Asked {
  found: FoundMails;
  people: readonly { address: string; mails: number }[];
  addresses: Addresses;
  language: Language;
}

/** Renders the list of mails, with a form to search them. */
export function renderInbox({ q, to, before, found, people, addresses, language }: Props): string {
  const words = inboxWords[language];
  const inLanguage = (lang: Language) => inboxAddress('/', { q, to, before, lang });
  return renderInboxDocument({
    ...{ language, addresses, inLanguage },
    title: to ? words.mailsTo(to) : words.title,
    isLive: true,
    children: (
      <>
        <Search {...{ q, to, people, language }} />
        <section id="list" aria-labelledby="found" data-live data-failed={words.failed}>
          <h2 id="found">{counted(language, found.count, words.mails)}</h2>
          {found.mails.length === 0 ? (
            <p class="empty">{q ? words.noneFound : to ? words.noneTo : words.none}</p>
          ) : (
            <ol class="mails">
              {found.mails.map((mail) => (
                <Row mail={mail} language={language} />
              ))}
            </ol>
          )}
          <nav class="pages" aria-label={words.pages}>
            {before && <a href={inboxAddress('/', { q, to, lang: language })}>{words.newest}</a>}
            {found.next && (
              <a href={inboxAddress('/', { q, to, before: String(found.next), lang: language })}>
                {words.older}
              </a>
            )}
          </nav>
        </section>
      </>
    ),
  });
}

function Search({ q, to, people, language }: Pick<Props, 'q' | 'to' | 'people' | 'language'>) {
  const words = inboxWords[language];
  return (
    <search>
      <form class="choice" method="get" action="/">
        <input type="hidden" name="lang" value={language} />
        <div>
          <label for="q">{words.search}</label>
          <input id="q" name="q" type="search" value={q} autocomplete="off" />
        </div>
        <div>
          <label for="to">{words.person}</label>
          <input
            id="to"
            name="to"
            type="text"
            inputmode="email"
            value={to}
            list="people"
            autocomplete="off"
          />
          <datalist id="people">
            {people.map(({ address, mails }) => (
              <option value={address}>{counted(language, mails, words.mails)}</option>
            ))}
          </datalist>
        </div>
        <div class="buttons">
          <button type="submit">{words.find}</button>
          {(q || to) && <a href={inboxAddress('/', { lang: language })}>{words.all}</a>}
        </div>
      </form>
    </search>
  );
}

function Row({ mail, language }: { mail: Mail; language: Language }) {
  const words = inboxWords[language];
  return (
    <li>
      <a class="subject" href={inboxAddress(`/mails/${mail.id}`, { lang: language })}>
        {mail.subject || words.noSubject}
      </a>
      <small>
        {words.to}{' '}
        {mail.to.map((address, index) => (
          <>
            {index > 0 && ', '}
            <a href={inboxAddress('/', { to: address, lang: language })}>{address}</a>
          </>
        ))}{' '}
        · <Moment at={mail.at} language={language} />
      </small>
      <p class="begin">{beginning(mail.text)}</p>
    </li>
  );
}

/** The first words below the title, which mostly is the subject once more. */
function beginning(text: string): string {
  return text
    .trim()
    .replace(/^.*\n-+\n/, '')
    .trim()
    .slice(0, 160);
}
