import { getsMarketingMail, type Preferences } from '../../domain/nurture/preferences.ts';
import type { Instant } from '../../domain/time.ts';
import { counted, longDate } from '../language.ts';
import { renderPage } from '../layout/page.tsx';
import { ButtonForm, type Reader } from './private-page.tsx';
import { StoredData } from './stored-data.tsx';
import { identityWords } from './words.ts';

/** For how many weeks somebody can pause all mail. */
const PAUSES = [2, 4, 8, 13];

/** What a person wants to hear about, which data is stored, and a button to erase it. */
export function preferencesPage(kept: Preferences, now: Instant, reader: Reader, isSaved = false): string {
  const { preferences, unsubscribeButton, erase } = identityWords[reader.language];
  const action = `/preferences/${kept.mail.id}`;
  return renderPage({
    ...reader,
    title: preferences.title,
    children: (
      <>
        <div class="card">
          <h1>{preferences.title}</h1>
          {isSaved && <p role="status">{preferences.saved}</p>}
          <Consent kept={kept} reader={reader} />
          <form method="post" action={action}>
            <input type="hidden" name="do" value="save" />
            <Subjects kept={kept} reader={reader} />
            <Pause kept={kept} now={now} reader={reader} />
            <button type="submit">{preferences.save}</button>
          </form>
        </div>
        {getsMarketingMail(kept) && (
          <div class="card">
            <h2>{preferences.noMailAtAll}</h2>
            <ButtonForm action={action} fields={[['do', 'unsubscribe']]} isQuiet>
              {unsubscribeButton}
            </ButtonForm>
          </div>
        )}
        <StoredData kept={kept} reader={reader} />
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
  kept: Preferences;
  reader: Reader;
}

/** Why somebody gets no marketing mail, with a button to change that; nothing when they get it. */
function Consent({ kept, reader }: Props) {
  const { preferences, confirm, subscribeAgain } = identityWords[reader.language];
  const { suppressed } = kept.mailing;
  if (suppressed && suppressed.why !== 'unsubscribed') return <p>{preferences.isSuppressed}</p>;
  if (getsMarketingMail(kept)) return null;
  const isPending = kept.consent === 'pending' && !suppressed;
  return (
    <>
      <p>{isPending ? preferences.isPending : preferences.isUnsubscribed}</p>
      <ButtonForm action={`/preferences/${kept.mail.id}`} fields={[['do', 'subscribe']]}>
        {isPending ? confirm.button : subscribeAgain}
      </ButtonForm>
    </>
  );
}

function Subjects({ kept: { subjects, mailing }, reader: { language } }: Props) {
  return (
    <fieldset>
      <legend>{identityWords[language].preferences.subjects}</legend>
      {Object.entries(subjects).map(([name, title]) => (
        <div class="check">
          <input
            type="checkbox"
            id={`subject-${name}`}
            name="subject"
            value={name}
            checked={mailing.subjects[name] !== false}
          />
          <label for={`subject-${name}`}>{title[language]}</label>
        </div>
      ))}
    </fieldset>
  );
}

function Pause({ kept, now, reader: { language, timeZone } }: Props & { now: Instant }) {
  const { preferences } = identityWords[language];
  const { pausedUntil } = kept.mailing;
  const isPaused = pausedUntil !== undefined && pausedUntil > now;
  const choices = [
    ...(isPaused ? [{ value: '', label: preferences.keepPause }] : []),
    { value: '0', label: preferences.noPause },
    ...PAUSES.map((weeks) => ({ value: String(weeks), label: counted(language, weeks, preferences.weeks) })),
  ];
  return (
    <fieldset>
      <legend>{preferences.pause}</legend>
      {isPaused && <p>{preferences.pausedUntil(longDate(language, pausedUntil, timeZone))}</p>}
      {choices.map(({ value, label }, index) => (
        <div class="check">
          <input type="radio" id={`pause-${value}`} name="pause" value={value} checked={index === 0} />
          <label for={`pause-${value}`}>{label}</label>
        </div>
      ))}
    </fieldset>
  );
}
