import type { Child } from 'hono/jsx';
import type { Language } from '../../../shared/domain/language.ts';
import type { Addresses } from '../../local/running-twin.ts';
import { consoleLink } from '../console-link.ts';
import type { Live } from './live.ts';
import { startPageWords } from './words.ts';

interface Props {
  live: Live;
  language: Language;
  addresses: Addresses;
  website: string;
}

/** The way of somebody new, from a visit to a call, with links to what just came of it. */
export function StorySteps({ live, language, addresses, website }: Props) {
  const { story, mailCalled, messageCalled } = startPageWords[language];
  const { newestMail: mail, mailsToSales, slack } = live;
  const [toSales] = mailsToSales;
  const [message] = slack;
  const mailLink = (id: string) => `${addresses.inbox}/mails/${id}?lang=${language}`;
  return (
    <ol>
      <Step text={story.visit} link={website} />
      <Step text={story.read} link="#visitors" />
      <Step text={story.ask} link={`${website.replace(/\/$/, '')}/whitepaper`} />
      <Step text={story.mail} link={`${addresses.inbox}/?lang=${language}`}>
        {mail && <a href={mailLink(mail.id)}>{mailCalled(mail.subject)}</a>}
      </Step>
      <Step text={story.clock} link="#time" />
      <Step text={story.raise} link={`${website.replace(/\/$/, '')}/contact`}>
        {toSales && <a href={mailLink(toSales.id)}>{mailCalled(toSales.subject)}</a>}{' '}
        {message && (
          <a href={`${addresses.inbox}/slack/${message.number}?lang=${language}`}>
            {messageCalled(message.text)}
          </a>
        )}
      </Step>
      <Step text={story.call} link={consoleLink(addresses.api, 'sales')} />
    </ol>
  );
}

interface StepProps {
  text: readonly [before: string, link: string, after: string];
  link: string;
  /** What came of it. */
  children?: Child;
}

function Step({ text: [before, name, after], link, children }: StepProps) {
  return (
    <li>
      {before}
      <a href={link}>{name}</a>
      {after}
      {children && <small class="result">{children}</small>}
    </li>
  );
}
