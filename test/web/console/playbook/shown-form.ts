import type { Language } from '../../../../shared/domain/language.ts';
import type { ToldMistake } from '../../../../shared/domain/playbook/mistake.ts';
import type { PartForm } from '../../../../shared/web/console/playbook/kit/part-form.ts';
import { type Around, partFields } from '../../../../shared/web/console/playbook/part-forms.tsx';
import { fieldsIn } from './form-fields.ts';

export const parts = [
  ...(['scoring', 'fit', 'fields', 'forms', 'agreement', 'sales'] as const),
  ...(['mailing', 'sequences', 'newsletter', 'company', 'events'] as const),
];

const names = {
  fields: ['firstName', 'company', 'employees'],
  questions: ['firstName', 'company'],
  forms: ['whitepaper', 'contact'],
  mails: ['tip-1', 'tip-2'],
  subjects: ['tips', 'newsletter'],
  people: ['anna', 'bram'],
  sequences: ['whitepaper-tips'],
  pictures: ['pictures/logo.png'],
  events: ['scoring-webinar'],
};
const titles: PartForm['titles'] = {
  fields: { firstName: 'First name' },
  questions: { firstName: 'First name' },
  forms: { whitepaper: 'From a website visit to a good conversation' },
  mails: { 'tip-1': 'Start at the end', whitepaper: 'Your guide' },
  sequences: { 'whitepaper-tips': 'Six tips after the guide' },
};
const outlook = {
  today: '2026-12-20',
  readers: { newsletter: 10, guides: 5 },
  reach: {
    0: { listed: 16, reached: 15, low: 15, high: 15, sampled: 16 },
    1: { listed: 900, reached: 800, low: 760, high: 830, sampled: 200 },
    2: { listed: 4 },
  },
  due: { '2027-01-12': 3 },
  isMore: false,
};

interface More {
  entry?: string | undefined;
  language?: Language;
  mistakes?: ToldMistake[];
  outlook?: Around['outlook'];
}

/** The form of a part with a value, and what a browser would send of it. */
export function shown(part: (typeof parts)[number], value: unknown, more: More = {}) {
  const { entry, language = 'en', mistakes = [] } = more;
  const form: PartForm = { language, value, mistakes, names, titles, shown: new Set() };
  const html = String(partFields(part, form, { entry, outlook: more.outlook ?? outlook, guides: [] }));
  return { html, form, fields: fieldsIn(html) };
}

/** The entries that a form shows one at a time. */
export const entriesOf = (part: string, value: unknown) =>
  part === 'forms' || part === 'sequences' ? Object.keys(value as object) : [undefined];
