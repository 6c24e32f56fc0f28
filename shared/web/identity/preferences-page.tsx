import { closedAddress } from '../../domain/nurture/feedback.ts';
import {
  askedOf,
  getsMailAbout,
  getsMarketingMail,
  type Preferences,
} from '../../domain/nurture/preferences.ts';
import type { Instant } from '../../domain/time.ts';
import { counted, longDate } from '../language.ts';
import { ButtonForm } from '../layout/button-form.tsx';
import { renderPage } from '../layout/page.tsx';
import { Asked } from './permission-pages.tsx';
import { pathFor, type Reader } from './private-page.ts';
import { StoredData } from './stored-data.tsx';
import { identityWords } from './words.ts';

/** For how many weeks a person can pause all mail. */
const PAUSES = [2, 4, 8, 13];

/** What a person wants to hear about, which data is stored, and a button to erase it. */
export function preferencesPage(
  preferences: Preferences,
  now: Instant,
  reader: Reader,
  isSaved = false,
): string {
  const { preferences: words, unsubscribeButton, erase } = identityWords[reader.language];
  const action = pathFor(reader, `/preferences/${preferences.mail.id}`);
  return renderPage({
    ...reader,
    look: reader.look(),
    title: words.title,
    children: (
      <>
        <div class="card">
          <h1>{words.title}</h1>
          {isSaved && <p role="status">{words.saved}</p>}
          <Consent preferences={preferences} reader={reader} />
          <form method="post" action={action}>
            <input type="hidden" name="do" value="save" />
            <Subjects preferences={preferences} reader={reader} />
            <Pause preferences={preferences} now={now} reader={reader} />
            <button type="submit">{words.save}</button>
          </form>
        </div>
        {getsMarketingMail(preferences) && (
          <div class="card">
            <h2>{words.noMailAtAll}</h2>
            <ButtonForm action={action} fields={[['do', 'unsubscribe']]} isQuiet>
              {unsubscribeButton}
            </ButtonForm>
          </div>
        )}
        <StoredData preferences={preferences} reader={reader} />
        <div class="card">
          <h2>{erase.title}</h2>
          <p>{erase.text}</p>
          <ButtonForm action={action} fields={[['do', 'erase']]} isQuiet>
            {erase.button}
          </ButtonForm>
        </div>
      </>
    ),
  });
}

interface Props {
  preferences: Preferences;
  reader: Reader;
}

/** Why a person gets no marketing mail, with a button to change that; nothing when they get it. */
function Consent({ preferences, reader }: Props) {
  const { preferences: words, confirm, subscribeAgain } = identityWords[reader.language];
  const { suppressed } = preferences.mailing;
  const closed = closedAddress(preferences.mailing);
  if (closed) {
    return (
      <>
        <p>{words.isClosed[closed.why]}</p>
        <ButtonForm
          action={pathFor(reader, `/preferences/${preferences.mail.id}`)}
          fields={[['do', 'subscribe']]}
        >
          {subscribeAgain}
        </ButtonForm>
      </>
    );
  }
  const isLeft = suppressed !== undefined || preferences.lead.mail === 'withdrawn';
  const hasAsked =
    askedOf({ ...preferences, permissions: preferences.profile.permissions }, 'preferences').length > 0;
  if (getsMarketingMail(preferences) && !hasAsked) return null;
  if (!hasAsked) return <p>{words.isUnsubscribed}</p>;
  return (
    <>
      <p>{isLeft ? words.isUnsubscribed : words.isPending}</p>
      {!isLeft && <Asked addressee={preferences} how="preferences" reader={reader} />}
      <ButtonForm
        action={pathFor(reader, `/preferences/${preferences.mail.id}`)}
        fields={[['do', 'subscribe']]}
      >
        {isLeft ? subscribeAgain : confirm.button}
      </ButtonForm>
    </>
  );
}

/** Ticked is what the person gets mail about. */
function Subjects({ preferences, reader: { language } }: Props) {
  return (
    <fieldset>
      <legend>{identityWords[language].preferences.subjects}</legend>
      {Object.entries(preferences.subjects).map(([name, title]) => (
        <div class="check">
          <input
            type="checkbox"
            id={`subject-${name}`}
            name="subject"
            value={name}
            checked={getsMailAbout(name, preferences)}
          />
          <label for={`subject-${name}`}>{title[language]}</label>
        </div>
      ))}
    </fieldset>
  );
}

function Pause({ preferences, now, reader: { language, timeZone } }: Props & { now: Instant }) {
  const { preferences: words } = identityWords[language];
  const { pausedUntil } = preferences.mailing;
  const isPaused = pausedUntil !== undefined && pausedUntil > now;
  const choices = [
    ...(isPaused ? [{ value: '', label: words.keepPause }] : []),
    { value: '0', label: words.noPause },
    ...PAUSES.map((weeks) => ({ value: String(weeks), label: counted(language, weeks, words.weeks) })),
  ];
  return (
    <fieldset>
      <legend>{words.pause}</legend>
      {isPaused && <p>{words.pausedUntil(longDate(language, pausedUntil, timeZone))}</p>}
      {choices.map(({ value, label }, index) => (
        <div class="check">
          <input type="radio" id={`pause-${value}`} name="pause" value={value} checked={index === 0} />
          <label for={`pause-${value}`}>{label}</label>
        </div>
      ))}
    </fieldset>
  );
}
