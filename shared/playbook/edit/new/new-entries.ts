import type { NewEntry } from '../rearrange.ts';
import { settingAt } from '../setting-path.ts';
import type { Around, Change } from './around.ts';
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
      return { value: { field: around.fields[0] ?? '', good: { oneOf: [''] } } };
    case 'fit number':
      return { value: { field: around.fields[0] ?? '', good: { from: 1 } } };
    case 'forms form':
      return named(newForm(name));
    case 'fields field':
      return named({ label: { nl: name, en: name }, type: 'text' });
    case 'mailing subject':
      return named({ nl: name, en: name });
    case 'sequences sequence':
      return named(newSequence(name, around));
    case 'sequences step':
      return { value: newStep(settingAt(around.value, path), around) };
    case 'newsletter issue':
      return {
        value: { mail: around.mails[0] ?? '', on: nextIssue(around), bands: ['newsletter', 'guides', 'ads'] },
      };
    case 'events event':
      return named(newEvent(name, around));
    case 'sales person':
      return named({ name: name.charAt(0).toUpperCase() + name.slice(1) });
    case 'sales away':
      return { value: { from: around.today, to: around.today } };
    case 'sales account':
      return named(Object.keys((settingAt(around.value, ['team']) ?? {}) as object)[0] ?? '');
    case 'sales route':
      return {
        value: {
          when: { country: ['NL'] },
          to: Object.keys((settingAt(around.value, ['team']) ?? {}) as object).slice(0, 1),
        },
      };
    default:
      return part === 'sequences' ? newStart(what, around) : undefined;
  }
}

/** Another start of a sequence. */
function newStart(what: string, { forms, fields }: Around): NewEntry | undefined {
  const starts: Record<string, unknown> = {
    form: { form: forms[0] ?? '' },
    visited: { visited: ['/'] },
    clicked: { clicked: { to: ['/'] } },
    answered: { answered: { field: fields[0] ?? '', oneOf: [''] } },
    event: { event: '' },
    band: { band: 'ads' },
    returned: { returned: ['not-ready'] },
    imported: { imported: 'confirm' },
  };
  return Object.hasOwn(starts, what) ? { value: starts[what] } : undefined;
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

function newSequence(name: string, { forms, mails }: Around): unknown {
  const form = forms.includes(name) ? name : (forms[0] ?? '');
  const mail = mails.includes(name) ? name : (mails[0] ?? '');
  return {
    title: { nl: name, en: name },
    start: { form },
    steps: [{ id: 'first', mail, after: '0d', kind: 'requested' }],
  };
}

/** A month from now; where it is, only people can say. */
function newEvent(name: string, { forms, today }: Around): unknown {
  const day = new Date(Date.parse(today) + 28 * DAY_MS).toISOString().slice(0, 10);
  const form = forms.includes(name) ? name : (forms[0] ?? '');
  return { title: { nl: name, en: name }, start: `${day} 15:00`, end: `${day} 16:00`, form };
}

/** A week after the last step, under a name that no step has. */
function newStep(steps: unknown, { mails }: Around): unknown {
  const all = Array.isArray(steps) ? (steps as Record<string, unknown>[]) : [];
  const days = /^(\d+)d$/.exec(String(all.at(-1)?.after))?.[1];
  const ids = all.map((step) => step?.id);
  let number = all.length + 1;
  while (ids.includes(`step-${number}`)) number++;
  return { id: `step-${number}`, mail: mails[0] ?? '', after: `${Number(days ?? 0) + 7}d` };
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
