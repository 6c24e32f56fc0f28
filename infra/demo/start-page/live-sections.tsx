import type { Child, PropsWithChildren } from 'hono/jsx';
import type { Language } from '../../../shared/domain/language.ts';
import { counted } from '../../../shared/web/language.ts';
import type { Addresses } from '../../local/running-twin.ts';
import { consoleLink } from '../console-link.ts';
import { Moment } from '../moment.tsx';
import type { Live } from './live.ts';
import { VisitorSection } from './visitor-section.tsx';
import { MOST_VISITORS } from './visitors.ts';
import { startPageWords } from './words.ts';

interface Props {
  live: Live;
  language: Language;
  addresses: Addresses;
}

/** Visitors, figures, planned mails and messages to sales. */
export function LiveSections({ live, language, addresses }: Props) {
  const words = startPageWords[language];
  const inbox = (path: string) => `${addresses.inbox}${path}?lang=${language}`;
  return (
    <>
      <VisitorSection visitors={live.visitors} language={language} />
      <Figures {...{ live, language, addresses }} />
      <section aria-labelledby="planned">
        <h2 id="planned">{words.planned}</h2>
        <Planned {...{ live, language, addresses }} />
      </section>
      <div class="columns">
        <Latest
          id="mails"
          title={words.mails}
          empty={words.noMails}
          items={live.mailsToSales.map(({ id, subject, to, at }) => (
            <li>
              <a href={inbox(`/mails/${id}`)}>{subject}</a>
              <small>
                {to} · <Moment at={at} language={language} />
              </small>
            </li>
          ))}
        />
        <Latest
          id="slack"
          title={words.slack}
          empty={words.noSlack}
          items={live.slack.map(({ number, text, at }) => (
            <li>
              <a href={inbox(`/slack/${number}`)}>{text}</a>
              <small>
                <Moment at={at} language={language} />
              </small>
            </li>
          ))}
        />
      </div>
    </>
  );
}

function Figures({ live, language, addresses }: Props) {
  const words = startPageWords[language];
  const figure = (count: number, hasMore: boolean, noun: typeof words.count.leads) =>
    counted(language, hasMore ? `${count}+` : count, noun);
  const { visitors, leads, mailCount } = live;
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{words.figures}</h2>
      <p class="hint">
        {words.now}{' '}
        <strong>
          <Moment at={live.now} language={language} />
        </strong>
      </p>
      <ul class="figures">
        <li>{figure(visitors?.count ?? 0, visitors?.count === MOST_VISITORS, words.count.visitors)}</li>
        <li>
          {leads ? (
            <a href={consoleLink(addresses.api, 'marketing', '/console/leads')}>
              {figure(leads.count, leads.hasMore, words.count.leads)}
            </a>
          ) : (
            words.leadsFailed
          )}
        </li>
        <li>
          <a href={`${addresses.inbox}/?lang=${language}`}>{figure(mailCount, false, words.count.mails)}</a>
        </li>
      </ul>
    </section>
  );
}

function Planned({ live, language, addresses }: Props) {
  const words = startPageWords[language];
  const planned = live.leads?.planned ?? [];
  if (planned.length === 0) return <p class="empty">{words.nonePlanned}</p>;
  return (
    <Table columns={[words.lead, words.sequence, words.nextMail, words.when]}>
      {planned.map(({ lead, to, sequence, number, at, isPaused }) => (
        <tr>
          <th scope="row">
            <a href={consoleLink(addresses.api, 'marketing', `/console/leads/${lead}`)}>{to}</a>
          </th>
          <td data-label={words.sequence}>{sequence}</td>
          <td data-label={words.nextMail}>{number}</td>
          <td data-label={words.when}>
            <span>
              <Moment at={at} language={language} />
              {isPaused && ` · ${words.paused}`}
            </span>
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Table({ columns, children }: PropsWithChildren<{ columns: string[] }>) {
  return (
    <table>
      <thead>
        <tr>
          {columns.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

interface LatestProps {
  id: string;
  title: string;
  empty: string;
  items: Child[];
}

function Latest({ id, title, empty, items }: LatestProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {items.length > 0 ? <ul class="latest">{items}</ul> : <p class="empty">{empty}</p>}
    </section>
  );
}
