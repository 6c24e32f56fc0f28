import type { NewEntry } from '../rearrange.ts';
import { settingAt } from '../setting-path.ts';
import type { Around, Change } from './around.ts';
import { newSequence, newStart, newStep, stepAtMoment } from './new-sequence.ts';
import { newTestPiece } from './new-test.ts';

const DAY_MS = 86_400_000;

/**
 * What a button of a form adds: an entry that people then fill in. It may lack what only they can say, and the check says
 * so.
 * @returns undefined when the form has no such entry, or it needs a name
 */
export function newEntry(part: string, change: Change, around: Around): NewEntry | undefined {
  const { what, path } = change;
  if (part === 'sequences' || part === 'newsletter') {
    const piece = newTestPiece(part, change, around);
    if (piece !== undefined) return { value: piece };
  }
  const name = around.name.trim();
  const named = (value: unknown) => (name === '' ? undefined : { name, value });
  switch (`${part} ${what}`) {
    case 'scoring page':
    case 'scoring form':
    case 'scoring open':
    case 'scoring click':
      return { value: { name: '', on: what, points: 1 } };
    case 'scoring track':
      return { value: { name: '', on: 'track', event: '', points: 1 } };
    case 'scoring unsubscribe':
      return { value: { name: '', on: 'unsubscribe', points: -10 } };
    case 'scoring fit':
      return { value: { name: '', on: 'fit', is: 'bad', points: -10 } };
    case 'scoring score':
      return named({ name, threshold: 40 });
    case 'fit words':
      return { value: { field: '', good: { oneOf: [] } } };
    case 'fit number':
      return { value: { field: '', good: { from: 1 } } };
    case 'fit oneOf':
    case 'fit noneOf':
      return { value: { [what]: wordsAt(around.value, path) } };
    case 'forms form':
      return named(newForm(name));
    case 'forms question':
      return newQuestion(name, settingAt(around.value, path));
    case 'fields field':
      return named({ label: { nl: name, en: name }, type: 'text' });
    case 'mailing subject':
      return named({ nl: name, en: name });
    case 'sequences sequence':
      return named(newSequence(name, around));
    case 'sequences step':
      return { value: newStep(settingAt(around.value, path)) };
    case 'sequences property':
      return named('');
    case 'newsletter issue':
      return {
        value: { mail: '', on: nextIssue(around), bands: ['newsletter', 'guides', 'ads'] },
      };
    case 'events event':
      return named(newEvent(name, around));
    case 'sales person':
      return named({ name: name.charAt(0).toUpperCase() + name.slice(1) });
    case 'sales away':
      return { value: { from: around.today, to: around.today } };
    case 'sales account':
      return named(Object.keys((settingAt(around.value, ['team']) ?? {}) as object)[0] ?? '');
    case 'sales answer':
      return named([]);
    case 'sales route':
      return {
        value: {
          when: { country: ['NL'] },
          to: Object.keys((settingAt(around.value, ['team']) ?? {}) as object).slice(0, 1),
        },
      };
    default:
      return part === 'sequences' ? (stepAtMoment(change, around.value) ?? newStart(what)) : undefined;
  }
}

function newForm(name: string): unknown {
  return {
    title: { nl: name, en: name },
    intro: { nl: 'Vertel in één zin wat mensen krijgen.', en: 'Say in one sentence what people get.' },
    button: { nl: 'Verstuur', en: 'Send' },
    thanks: {
      title: { nl: 'Bedankt', en: 'Thank you' },
      text: { nl: 'We hebben je bericht ontvangen.', en: 'We have received it.' },
    },
  };
}

/** A field that the form does not ask there yet. */
function newQuestion(field: string, asked: unknown): NewEntry | undefined {
  const isThere = field === '' || (Array.isArray(asked) && asked.includes(field));
  return isThere ? undefined : { value: field };
}

/** A month from now; where it is, only people can say. */
function newEvent(name: string, { forms, today }: Around): unknown {
  const day = new Date(Date.parse(today) + 28 * DAY_MS).toISOString().slice(0, 10);
  const form = forms.includes(name) ? name : '';
  return { title: { nl: name, en: name }, start: `${day} 15:00`, end: `${day} 16:00`, form };
}

/** A week after the last issue that is to come. */
function nextIssue({ value, today }: Around): string {
  const days = Array.isArray(value)
    ? value.map((issue) => String((issue as Record<string, unknown>)?.on))
    : [];
  const last =
    days
      .filter((day) => /^\d{4}-\d\d-\d\d$/.test(day))
      .sort()
      .at(-1) ?? today;
  const from = Date.parse(last > today ? last : today);
  return new Date(from + 7 * DAY_MS).toISOString().slice(0, 10);
}

/** The words that were there as the other kind of words. */
function wordsAt(value: unknown, path: readonly string[]): unknown {
  return (
    (['oneOf', 'noneOf'] as const).map((one) => settingAt(value, [...path, one])).find(Array.isArray) ?? []
  );
}
