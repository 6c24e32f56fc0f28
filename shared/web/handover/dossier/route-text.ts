import type { Language } from '../../../domain/language.ts';
import { outsideLine } from './outside-text.ts';
import { dossierWords } from './words.ts';

/** Why a hand-over went to this person: for a rule its conditions, such as `postcode 3000–3999`. */
export function routeText(language: Language, via: string): string {
  return via
    .split(', ')
    .map((condition) => outsideLine(conditionText(language, condition), 80))
    .join(', ');
}

function conditionText(language: Language, condition: string): string {
  const { route } = dossierWords[language];
  const [kind = '', value = ''] = condition.split(/ (.*)/s);
  switch (kind) {
    case 'account':
    case 'again':
    case 'company':
    case 'turn':
      return route[kind];
    case 'postcode':
      return route.postcode(value.replace('-', '–'));
    case 'country':
      return new Intl.DisplayNames(language, { type: 'region' }).of(value) ?? value;
    case 'employees': {
      const [from = '', to = ''] = value.split('-');
      if (to === '') return route.employeesFrom(from);
      return from === '' ? route.employeesTo(to) : route.employees(from, to);
    }
    case 'form':
    case 'page':
    case 'field':
    case 'score':
      return route[kind](value);
    default:
      return condition;
  }
}
