import type { Language } from '../../domain/language.ts';
import { isMailed, type Kept } from '../../domain/nurture/kept.ts';
import type { Instant } from '../../domain/time.ts';
import { Act, framed, type Reader } from './frame.tsx';
import { KeptPart } from './kept.tsx';
import { dayTold, texts } from './texts.ts';

const WEEKS = [2, 4, 8, 13];

/** What a person wants to hear about, what is kept, and the way to have it erased. */
export function preferencesPage(kept: Kept, now: Instant, reader: Reader, isSaved = false): string {
  const { locale } = reader;
  const action = `/preferences/${kept.mail.id}`;
  return framed(
    reader,
    texts.preferences[locale],
    <>
      <div class="card">
        <h1>{texts.preferences[locale]}</h1>
        {isSaved && <p role="status">{texts.saved[locale]}</p>}
        <StatePart kept={kept} locale={locale} />
        <form method="post" action={action}>
          <input type="hidden" name="do" value="save" />
          <SubjectsPart kept={kept} locale={locale} />
          <PausePart kept={kept} now={now} reader={reader} />
          <button type="submit">{texts.save[locale]}</button>
        </form>
      </div>
      {isMailed(kept) && (
        <div class="card">
          <h2>{texts.nothingMore[locale]}</h2>
          <Act action={action} does={[['do', 'unsubscribe']]} isQuiet>
            {texts.unsubscribeButton[locale]}
          </Act>
        </div>
      )}
      <KeptPart kept={kept} reader={reader} />
      <div class="card">
        <h2>{texts.erase[locale]}</h2>
        <p>{texts.eraseText[locale]}</p>
        <Act action={action} does={[['do', 'erase']]} isQuiet>
          {texts.eraseButton[locale]}
        </Act>
      </div>
    </>,
  );
}

function StatePart({ kept, locale }: { kept: Kept; locale: Language }) {
  const { suppressed } = kept.mailing;
  if (suppressed && suppressed.why !== 'unsubscribed') return <p>{texts.refuses[locale]}</p>;
  if (isMailed(kept)) return null;
  const isPending = kept.consent === 'pending' && !suppressed;
  return (
    <>
      <p>{isPending ? texts.isPending[locale] : texts.isUnsubscribed[locale]}</p>
      <Act action={`/preferences/${kept.mail.id}`} does={[['do', 'subscribe']]}>
        {isPending ? texts.confirmButton[locale] : texts.againButton[locale]}
      </Act>
    </>
  );
}

function SubjectsPart({ kept: { subjects, mailing }, locale }: { kept: Kept; locale: Language }) {
  return (
    <fieldset>
      <legend>{texts.subjects[locale]}</legend>
      {Object.entries(subjects).map(([name, title]) => (
        <div class="check">
          <input
            type="checkbox"
            id={`subject-${name}`}
            name="subject"
            value={name}
            checked={mailing.subjects[name] !== false}
          />
          <label for={`subject-${name}`}>{title[locale]}</label>
        </div>
      ))}
    </fieldset>
  );
}

function PausePart({ kept, now, reader }: { kept: Kept; now: Instant; reader: Reader }) {
  const { locale, timeZone } = reader;
  const { pausedUntil } = kept.mailing;
  const isPaused = pausedUntil !== undefined && pausedUntil > now;
  const none = { value: '0', label: texts.noPause[locale] };
  const choices = WEEKS.map((weeks) => ({ value: String(weeks), label: `${weeks} ${texts.weeks[locale]}` }));
  const keep = { value: '', label: texts.keepPause[locale] };
  return (
    <fieldset>
      <legend>{texts.pause[locale]}</legend>
      {isPaused && (
        <p>
          {texts.pausedUntil[locale]} {dayTold(pausedUntil, locale, timeZone)}.
        </p>
      )}
      {[...(isPaused ? [keep] : []), none, ...choices].map(({ value, label }, index) => (
        <div class="check">
          <input type="radio" id={`pause-${value}`} name="pause" value={value} checked={index === 0} />
          <label for={`pause-${value}`}>{label}</label>
        </div>
      ))}
    </fieldset>
  );
}
