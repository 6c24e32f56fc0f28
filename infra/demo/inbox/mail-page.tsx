import type { Child } from 'hono/jsx';
import type { Language } from '../../../shared/domain/language.ts';
import type { ColourScheme } from '../../../shared/web/layout/colour-scheme.ts';
import type { Addresses, Mail } from '../../local/running-twin.ts';
import { consoleLink } from '../console-link.ts';
import { Moment } from '../moment.tsx';
import { inboxAddress } from './address.ts';
import { renderInboxDocument } from './inbox-document.tsx';
import { type MailView, MailViews } from './mail-views.tsx';
import { inboxWords } from './words.ts';

interface Props {
  mail: Mail;
  view: MailView;
  /** Undefined leaves it to the browser. */
  scheme: ColourScheme | undefined;
  /** The ids of the recipients that are leads. */
  leads: readonly string[];
  addresses: Addresses;
  language: Language;
}

/** Renders one mail: who it is from and to, how it looks, and all its headers. */
export function renderMailPage({ mail, view, scheme, leads, addresses, language }: Props): string {
  const words = inboxWords[language];
  const path = `/mails/${mail.id}`;
  const replyTo = mail.headers['reply-to'];
  return renderInboxDocument({
    ...{ language, addresses },
    title: mail.subject || words.noSubject,
    above: <Back language={language} />,
    inLanguage: (lang) => inboxAddress(path, { view, scheme, lang }),
    children: (
      <>
        <section aria-labelledby="about">
          <h2 id="about">{words.about}</h2>
          <dl class="head">
            <Fact name={words.from}>{mail.from}</Fact>
            <Fact name={words.toField}>
              {mail.to.map((address) => (
                <a href={inboxAddress('/', { to: address, lang: language })}>{address}</a>
              ))}
            </Fact>
            {replyTo && <Fact name={words.replyTo}>{[replyTo].flat().join(', ')}</Fact>}
            <Fact name={words.date}>
              <Moment at={mail.at} language={language} />
            </Fact>
          </dl>
          {leads.map((id) => (
            <p>
              <a href={consoleLink(addresses.api, 'marketing', `/console/leads/${id}`)}>{words.lead}</a>
            </p>
          ))}
          <details>
            <summary>{words.headers}</summary>
            <dl class="head headers" lang="en">
              {Object.entries(mail.headers).flatMap(([name, values]) =>
                [values].flat().map((value) => <Fact name={name}>{value}</Fact>),
              )}
            </dl>
            <p>
              <a href={`${path}/source`}>{words.source}</a>
            </p>
          </details>
        </section>
        <MailViews {...{ mail, view, scheme, language }} />
      </>
    ),
  });
}

/** Renders the page for an address that no mail has. */
export function renderNoMail({ language, addresses }: Pick<Props, 'language' | 'addresses'>): string {
  const words = inboxWords[language];
  return renderInboxDocument({
    ...{ language, addresses },
    title: words.noMail,
    above: <Back language={language} />,
    inLanguage: (lang) => `?lang=${lang}`,
    children: <p>{words.noMailHint}</p>,
  });
}

function Back({ language }: { language: Language }) {
  return (
    <p class="back">
      <a href={inboxAddress('/', { lang: language })}>← {inboxWords[language].title}</a>
    </p>
  );
}

function Fact({ name, children }: { name: string; children: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
