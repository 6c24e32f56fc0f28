import type { Child } from 'hono/jsx';
import type { Kept } from '../../domain/nurture/kept.ts';
import type { Reader } from './frame.tsx';
import { dayTold, deeds, texts, told } from './texts.ts';

interface Props {
  kept: Kept;
  reader: Reader;
}

/** What is kept of a person, so that the person can read it. */
export function KeptPart({ kept, reader }: Props) {
  const { locale, timeZone } = reader;
  const { profile, fields } = kept;
  const values = Object.entries(profile.values).map(
    ([name, { value }]) => [fields[name]?.label[locale] ?? name, value] as const,
  );
  return (
    <div class="card">
      <h2>{texts.kept[locale]}</h2>
      <Part title={texts.about[locale]}>
        <Facts
          facts={[
            [texts.email[locale], profile.email],
            ...values,
            [texts.since[locale], dayTold(profile.createdAt, locale, timeZone)],
          ]}
        />
      </Part>
      <ProofsPart kept={kept} reader={reader} />
      <DidPart kept={kept} reader={reader} />
      <MailsPart kept={kept} reader={reader} />
      <p>
        <a href={`/preferences/${kept.mail.id}?format=json`}>{texts.download[locale]}</a>
      </p>
    </div>
  );
}

/** Names with what they stand for. */
export function Facts({ facts }: { facts: (readonly [string, string])[] }) {
  return (
    <dl>
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function ProofsPart({ kept: { profile, events }, reader: { locale, timeZone } }: Props) {
  const changes = events.filter((event) => event.type === 'mail-consent');
  return (
    <Part title={texts.proofs[locale]}>
      {profile.permissions.length === 0 ? (
        <p>{texts.noProofs[locale]}</p>
      ) : (
        <ul>
          {profile.permissions.map(({ wording, page, at }) => (
            <li>
              “{wording}”
              <div class="quiet small">
                {told(at, locale, timeZone)}, {page}
              </div>
            </li>
          ))}
          {changes.map(({ to, at }) => (
            <li>
              {texts[to][locale]} {told(at, locale, timeZone)}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function DidPart({ kept: { events }, reader: { locale } }: Props) {
  const counted = Object.entries(deeds).flatMap(([type, names]) => {
    const count = events.filter((event) => event.type === type).length;
    return count === 0 ? [] : [`${count} ${names[locale][count === 1 ? 0 : 1]}`];
  });
  return (
    <Part title={texts.did[locale]}>
      <ul>
        {counted.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </Part>
  );
}

/** So many mails are listed that a page of somebody who stays for years loads at once. */
const LISTED = 50;

function MailsPart({ kept: { mails }, reader: { locale, timeZone } }: Props) {
  return (
    <Part title={`${texts.mails[locale]} (${mails.length})`}>
      <ul>
        {mails.slice(-LISTED).map(({ heading, sentAt, claimedAt }) => (
          <li>
            “{heading}”, {dayTold(sentAt ?? claimedAt, locale, timeZone)}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Part({ title, children }: { title: string; children?: Child }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
