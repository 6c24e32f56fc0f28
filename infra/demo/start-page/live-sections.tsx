import type { Child, PropsWithChildren } from 'hono/jsx';
import type { Language } from '../../../shared/domain/language.ts';
import type { Addresses } from '../../local/running-twin.ts';
import { Moment } from '../moment.tsx';
import type { Live, LiveLead, PlannedMail } from './live.ts';
import type { StartPageWords } from './words/en.ts';
import { startPageWords } from './words.ts';

interface Props {
  live: Live;
  language: Language;
  addresses: Addresses;
}

/** The part of the page that refreshes by itself. */
export function LiveSections({ live, language, addresses }: Props) {
  const words = startPageWords[language];
  const when = (at: string | number) => <Moment at={at} language={language} />;
  return (
    <>
      <section aria-labelledby="leads">
        <h2 id="leads">{words.leads}</h2>
        <p class="hint">
          {words.now} <strong>{when(live.now)}</strong>
        </p>
        <Leads leads={live.leads} words={words} />
      </section>
      <section aria-labelledby="planned">
        <h2 id="planned">{words.planned}</h2>
        <Planned planned={live.planned} words={words} when={when} />
      </section>
      <div class="columns">
        <Latest
          id="mails"
          title={words.mails}
          empty={words.noMails}
          items={live.mails.map(({ subject, to, at }) => (
            <li>
              <a href={addresses.inbox}>{subject}</a>
              <small>
                {to} · {when(at)}
              </small>
            </li>
          ))}
        />
        <Latest
          id="slack"
          title={words.slack}
          empty={words.noSlack}
          items={live.slack.map(({ text, at, link }) => (
            <li>
              {link ? <a href={link}>{text}</a> : text}
              <small>{when(at)}</small>
            </li>
          ))}
        />
        <Latest
          id="dead"
          title={words.dead}
          empty={words.noDead}
          items={live.deadLetters.map(({ queue, reason, at }) => (
            <li>
              <strong>{queue}</strong> {reason}
              <small>
                {when(at)} · <a href="/_local/dead-letters">JSON</a>
              </small>
            </li>
          ))}
        />
      </div>
    </>
  );
}

function Leads({ leads, words }: { leads: LiveLead[] | undefined; words: StartPageWords }) {
  if (leads === undefined) return <p class="empty">{words.leadsFailed}</p>;
  if (leads.length === 0) return <p class="empty">{words.noLeads}</p>;
  const word = (value: string) => words.values[value] ?? value;
  return (
    <Table columns={[words.lead, words.score, words.band, words.stage, words.fit, words.readiness]}>
      {leads.map(({ email, score, stage, fit, readiness }) => (
        <tr>
          <th scope="row">{email}</th>
          <td data-label={words.score}>
            <meter min={0} max={100} value={score.total} aria-label={words.score} />
            <b>{score.total}</b>
          </td>
          <td data-label={words.band}>{word(score.band)}</td>
          <td data-label={words.stage}>{word(stage)}</td>
          <td data-label={words.fit}>{word(fit.verdict)}</td>
          <td data-label={words.readiness}>{word(readiness)}</td>
        </tr>
      ))}
    </Table>
  );
}

interface PlannedProps {
  planned: PlannedMail[];
  words: StartPageWords;
  when: (at: string) => Child;
}

function Planned({ planned, words, when }: PlannedProps) {
  if (planned.length === 0) return <p class="empty">{words.nonePlanned}</p>;
  return (
    <Table columns={[words.lead, words.sequence, words.nextMail, words.when]}>
      {planned.map(({ to, sequence, number, at, isPaused }) => (
        <tr>
          <th scope="row">{to}</th>
          <td data-label={words.sequence}>{sequence}</td>
          <td data-label={words.nextMail}>{number}</td>
          <td data-label={words.when}>
            <span>
              {when(at)}
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
