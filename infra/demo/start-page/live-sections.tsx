import type { Child } from 'hono/jsx';
import type { Addresses } from '../../local/running-twin.ts';
import type { Live, LiveLead, PlannedMail } from './live.ts';
import type { Texts } from './texts.ts';

interface Props {
  live: Live;
  texts: Texts;
  addresses: Addresses;
}

/** The part of the page that refreshes by itself. */
export function LiveSections({ live, texts, addresses }: Props) {
  const when = (at: string | number) => <Moment at={at} language={texts.language} />;
  return (
    <>
      <section aria-labelledby="leads">
        <h2 id="leads">{texts.leads}</h2>
        <p class="hint">
          {texts.now} <strong>{when(live.now)}</strong>
        </p>
        <Leads leads={live.leads} texts={texts} />
      </section>
      <section aria-labelledby="planned">
        <h2 id="planned">{texts.planned}</h2>
        <Planned planned={live.planned} texts={texts} />
      </section>
      <div class="columns">
        <Latest
          id="mails"
          title={texts.mails}
          empty={texts.noMails}
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
          title={texts.slack}
          empty={texts.noSlack}
          items={live.slack.map(({ text, at, link }) => (
            <li>
              {link ? <a href={link}>{text}</a> : text}
              <small>{when(at)}</small>
            </li>
          ))}
        />
        <Latest
          id="dead"
          title={texts.dead}
          empty={texts.noDead}
          items={live.deadLetters.map(({ queue, attributes, at }) => (
            <li>
              <strong>{queue}</strong> {attributes.ErrorMessage ?? attributes.ERROR_MESSAGE ?? ''}
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

function Leads({ leads, texts }: { leads: LiveLead[] | undefined; texts: Texts }) {
  if (leads === undefined) return <p class="empty">{texts.leadsFailed}</p>;
  if (leads.length === 0) return <p class="empty">{texts.noLeads}</p>;
  const word = (value: string | null | undefined) => texts.words[value ?? ''] ?? value ?? '';
  return (
    <table>
      <thead>
        <tr>
          {[texts.lead, texts.score, texts.band, texts.stage, texts.fit, texts.readiness].map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {leads.map(({ id, email, score, stage, fit, readiness }) => (
          <tr>
            <th scope="row">{email ?? id}</th>
            <td data-label={texts.score}>
              <meter min={0} max={100} value={score.total} aria-label={texts.score} />
              <b>{score.total}</b>
            </td>
            <td data-label={texts.band}>{word(score.band)}</td>
            <td data-label={texts.stage}>{word(stage)}</td>
            <td data-label={texts.fit}>{word(fit)}</td>
            <td data-label={texts.readiness}>{word(readiness)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Planned({ planned, texts }: { planned: PlannedMail[]; texts: Texts }) {
  if (planned.length === 0) return <p class="empty">{texts.nonePlanned}</p>;
  return (
    <table>
      <thead>
        <tr>
          {[texts.lead, texts.sequence, texts.nextMail, texts.when].map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {planned.map(({ to, sequence, number, at, isPaused }) => (
          <tr>
            <th scope="row">{to}</th>
            <td data-label={texts.sequence}>{sequence}</td>
            <td data-label={texts.nextMail}>{number}</td>
            <td data-label={texts.when}>
              <span>
                <Moment at={at} language={texts.language} />
                {isPaused && ` · ${texts.paused}`}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
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

function Moment({ at, language }: { at: string | number; language: string }) {
  const date = new Date(at);
  const text = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Amsterdam',
  }).format(date);
  return <time datetime={date.toISOString()}>{text}</time>;
}
