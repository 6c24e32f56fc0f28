import type { Language } from '../../../domain/language.ts';
import type { EventStep } from '../../../domain/nurture/event/event-rules.ts';
import type { MailUse } from '../../../domain/nurture/mail/mail-uses.ts';
import { counted, longDate } from '../../language.ts';
import { mailWords } from './words.ts';

/** Where a mail is sent, one line for each place. */
export function MailUses({ uses, language }: { uses: readonly MailUse[]; language: Language }) {
  if (uses.length === 0) return <span class="quiet">{mailWords[language].unused}</span>;
  return (
    <div>
      {uses.map((use) => (
        <div>{describe(use, language)}</div>
      ))}
    </div>
  );
}

function describe(use: MailUse, language: Language): string {
  const place = placeOf(use, language);
  return use.test === undefined ? place : mailWords[language].variantOf(place, use.test);
}

function placeOf(use: MailUse, language: Language): string {
  const words = mailWords[language];
  if ('newsletter' in use) {
    const day = longDate(language, use.newsletter, 'UTC');
    return use.isOnce ? words.once(day) : words.issue(day);
  }
  const { sequence, number, of, after, event } = use;
  return words.step(
    sequence[language],
    number,
    of,
    event ? aroundEvent(event, language) : delay(after, language),
  );
}

function aroundEvent(event: EventStep, language: Language): string {
  const words = mailWords[language];
  if (event === 'moved' || event === 'cancelled') return words.whenEvent[event];
  return 'before' in event
    ? words.beforeEvent(span(event.before, language))
    : words.afterEvent(span(event.after, language));
}

/** A delay such as `7d` in words; at once for none. */
function delay(after: string, language: Language): string {
  const words = mailWords[language];
  return Number.parseInt(after, 10) === 0 ? words.atOnce : words.after(span(after, language));
}

function span(duration: string, language: Language): string {
  const words = mailWords[language];
  const count = Number.parseInt(duration, 10);
  const inWords = {
    d: counted(language, count, words.days),
    h: counted(language, count, words.hours),
    m: counted(language, count, words.minutes),
  };
  return inWords[duration.at(-1) as keyof typeof inWords];
}
