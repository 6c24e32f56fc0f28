import type { Language } from '../../../domain/language.ts';
import { outsideLine } from './outside-text.ts';

interface RouteWords {
  account: string;
  again: string;
  company: string;
  turn: string;
  postcode: (range: string) => string;
  country: (name: string) => string;
  employees: (from: string, to: string) => string;
  form: (name: string) => string;
  page: (path: string) => string;
  field: (name: string) => string;
}

const dutch: RouteWords = {
  account: 'beheert dit bedrijf',
  again: 'had deze lead eerder',
  company: 'heeft al collega’s van deze lead',
  turn: 'is aan de beurt',
  postcode: (range) => `postcode ${range}`,
  country: (name) => name,
  employees: (from, to) =>
    to === ''
      ? `vanaf ${from} medewerkers`
      : from === ''
        ? `tot en met ${to} medewerkers`
        : `${from}–${to} medewerkers`,
  form: (name) => `formulier ${name}`,
  page: (path) => `bezocht ${path}`,
  field: (name) => `antwoord op ${name}`,
};

const english: RouteWords = {
  account: 'has this account',
  again: 'had this lead before',
  company: 'has colleagues of this lead already',
  turn: 'next in turn',
  postcode: (range) => `postcode ${range}`,
  country: (name) => name,
  employees: (from, to) =>
    to === '' ? `from ${from} employees` : from === '' ? `up to ${to} employees` : `${from}–${to} employees`,
  form: (name) => `form ${name}`,
  page: (path) => `visited ${path}`,
  field: (name) => `answer to ${name}`,
};

/** By what a hand-over went to somebody, in words: of a rule its conditions, such as `postcode 3000–3999`. */
export function routeText(language: Language, via: string): string {
  return via
    .split(', ')
    .map((condition) => outsideLine(conditionIn(language, condition), 80))
    .join(', ');
}

function conditionIn(language: Language, condition: string): string {
  const words = language === 'nl' ? dutch : english;
  const [kind = '', value = ''] = condition.split(/ (.*)/s);
  switch (kind) {
    case 'account':
    case 'again':
    case 'company':
    case 'turn':
      return words[kind];
    case 'postcode':
      return words.postcode(value.replace('-', '–'));
    case 'country':
      return words.country(new Intl.DisplayNames(language, { type: 'region' }).of(value) ?? value);
    case 'employees': {
      const [from = '', to = ''] = value.split('-');
      return words.employees(from, to);
    }
    case 'form':
    case 'page':
    case 'field':
      return words[kind](value);
    default:
      return condition;
  }
}
