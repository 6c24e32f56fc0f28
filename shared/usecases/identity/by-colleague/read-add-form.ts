import type { NewLead } from '../../../contract/api-requests.ts';
import { readEmail } from '../../../domain/forms/answers.ts';
import { readField } from '../../../domain/forms/read-field.ts';
import { valueFields } from '../../../domain/identity/value-changes.ts';
import { askedLanguage } from '../../../domain/language.ts';
import { type Instant, isDay } from '../../../domain/time.ts';
import { instantAt, wallTimeOf } from '../../../domain/time-zone.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import type { AddProblem } from '../../../web/console/values/problem-text.ts';

export interface Reading {
  playbook: Pick<Playbook, 'fields' | 'mailing'>;
  now: Instant;
  /** Of the day on which permission was given. */
  timeZone: string;
}

const line = { type: 'text' } as const;
const OTHERS = {
  source: { ...line, maxLength: 100 },
  interest: { ...line, maxLength: 500 },
  wording: { ...line, type: 'textarea', maxLength: 2_000 },
  page: { ...line, maxLength: 1_024 },
} as const;

/** The person in a form of the console, with the limits of the API, or what is wrong with it, by the name of the field. */
export function readAddForm(
  form: URLSearchParams,
  { playbook, now, timeZone }: Reading,
): { input: NewLead } | { problems: Record<string, AddProblem> } {
  const problems: Record<string, AddProblem> = {};
  const kept = (name: string, read: string | AddProblem | undefined): string | undefined => {
    if (typeof read !== 'object') return read;
    problems[name] = read;
    return undefined;
  };
  const other = (name: keyof typeof OTHERS) => kept(name, readField(OTHERS[name], form.get(name)));
  const needed = (name: keyof typeof OTHERS) => {
    const value = other(name);
    if (value === undefined) problems[name] ??= { code: 'missing' };
    return value ?? '';
  };

  const email = kept('email', readEmail(form.get('email')) ?? { code: 'missing' });
  const values = valueFields(playbook.fields).flatMap(([name, field]) => {
    const value = kept(`value.${name}`, readField(field, form.get(`value.${name}`)));
    return value === undefined ? [] : [[name, value] as const];
  });
  const source = needed('source');
  const interest = other('interest');
  const locale = askedLanguage({ locale: form.get('locale') ?? undefined });
  const subjects = Object.keys(playbook.mailing.subjects).filter((one) =>
    form.getAll('subject').includes(one),
  );
  const isGiven = subjects.length > 0 || ['wording', 'page'].some((name) => form.get(name)?.trim());
  let permission: NewLead['proofs']['permission'];
  if (isGiven) {
    if (subjects.length === 0) problems.subject = { code: 'no-subject' };
    const at = kept('on', momentOf(form.get('on') ?? '', now, timeZone));
    permission = { wording: needed('wording'), page: needed('page'), subjects, ...(at && { at }) };
  }
  if (email === undefined || Object.keys(problems).length > 0) return { problems };
  const proofs = { ...(permission && { permission }), ...(interest && { interest }) };
  const confirm = permission !== undefined && form.has('confirm');
  const profile = Object.fromEntries(values);
  return { input: { email, source, profile, proofs, confirm, ...(locale && { locale }) } };
}

/** The beginning of a day; undefined for today, which means now. */
function momentOf(day: string, now: Instant, timeZone: string): Instant | AddProblem | undefined {
  const { day: today } = wallTimeOf(now, timeZone);
  if (!isDay(day) || day < '1970-01-02') return { code: 'no-day' };
  if (day > today) return { code: 'future' };
  return day === today ? undefined : instantAt({ day, ms: 0 }, timeZone);
}
