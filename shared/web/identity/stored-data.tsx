import type { Child } from 'hono/jsx';
import type { ClaimedValue } from '../../domain/identity/trust.ts';
import type { Language } from '../../domain/language.ts';
import type { Preferences } from '../../domain/nurture/preferences.ts';
import { counted, longDate, longDateTime } from '../language.ts';
import { Facts } from '../layout/facts.tsx';
import type { Reader } from './private-page.ts';
import { identityWords } from './words.ts';

interface Props {
  preferences: Preferences;
  reader: Reader;
}

/** All data that is stored of a person, for that person to read. */
export function StoredData({ preferences, reader }: Props) {
  const { language, timeZone } = reader;
  const { stored } = identityWords[language];
  const { profile, fields } = preferences;
  const values = Object.entries(profile.values).flatMap(([name, claim]) => {
    if (claim.value === '') return [];
    const from = sourceOf(claim, language);
    return [[fields[name]?.label[language] ?? name, claim.value + (from && ` (${from})`)] as const];
  });
  return (
    <div class="card">
      <h2>{stored.title}</h2>
      <Part title={stored.about}>
        <Facts
          facts={[
            [stored.email, profile.email],
            ...values,
            [stored.since, longDate(language, profile.createdAt, timeZone)],
          ]}
        />
      </Part>
      <Permission preferences={preferences} reader={reader} />
      <Activity preferences={preferences} reader={reader} />
      <Mails preferences={preferences} reader={reader} />
      <p>
        <a href={`/preferences/${preferences.mail.id}?format=json`}>{stored.download}</a>
      </p>
    </div>
  );
}

/** Where a value comes from that the person did not fill in (GDPR, article 15.1 g). */
function sourceOf({ by, colleague, source }: ClaimedValue, language: Language): string {
  const { stored } = identityWords[language];
  if (colleague !== undefined) return stored.fromColleague;
  return by === undefined ? stored.from(source) : '';
}

/** Every permission with its wording as proof, and when it was confirmed or withdrawn. */
function Permission({ preferences: { profile, events }, reader: { language, timeZone } }: Props) {
  const { stored } = identityWords[language];
  const changes = events.filter((event) => event.type === 'mail-consent');
  return (
    <Part title={stored.permission}>
      {profile.permissions.length === 0 ? (
        <p>{stored.noPermission}</p>
      ) : (
        <ul>
          {profile.permissions.map(({ wording, page, at }) => (
            <li>
              “{wording}”
              <div class="quiet small">
                {longDateTime(language, at, timeZone)}, {page}
              </div>
            </li>
          ))}
          {changes.map(({ to, how, at }) => (
            <li>
              {how in stored.ended ? stored.ended[how as keyof typeof stored.ended] : stored[to]}{' '}
              {longDateTime(language, at, timeZone)}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

/** How often the person did what. */
function Activity({ preferences: { events }, reader: { language } }: Props) {
  const { stored } = identityWords[language];
  const lines = Object.entries(stored.activity).flatMap(([type, noun]) => {
    const count = events.filter((event) => event.type === type).length;
    return count === 0 ? [] : [counted(language, count, noun)];
  });
  return (
    <Part title={stored.did}>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </Part>
  );
}

/** Only the latest mails are listed, so that the page stays short after years. */
const LISTED = 50;

function Mails({ preferences: { mails }, reader: { language, timeZone } }: Props) {
  return (
    <Part title={`${identityWords[language].stored.mails} (${mails.length})`}>
      <ul>
        {mails.slice(-LISTED).map(({ heading, sentAt, claimedAt }) => (
          <li>
            “{heading}”, {longDate(language, sentAt ?? claimedAt, timeZone)}
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
