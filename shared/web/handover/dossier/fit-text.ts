import type { FitReason } from '../../../domain/fit/fit.ts';

/** A reason of the fit in English. */
export function fitInEnglish(reason: FitReason, label: string): string {
  switch (reason.code) {
    case 'business-mail':
      return `a business address at ${reason.value}`;
    case 'free-mail':
      return `a free e-mail address at ${reason.value}`;
    case 'excluded-domain':
      return `${reason.value} is on the list of domains that do not fit`;
    case 'student-domain':
      return `${reason.value} is where students have their address`;
    case 'employees':
      return reason.value === '1' ? '1 employee' : `${reason.value} employees`;
    case 'employees-unknown':
      return 'number of employees not known yet';
    case 'job-title':
      return saysIn(`job title ${reason.value}`, reason, 'does not fit');
    case 'sector':
      return saysIn(`sector ${reason.value}`, reason, 'does not fit');
    case 'country':
      return saysIn(`country ${reason.value}`, reason, 'does not fit');
    case 'postcode':
      return saysIn(`postcode ${reason.value}`, reason, 'does not fit');
    case 'answer':
      return saysIn(`${label}: ${reason.value}`, reason, 'does not fit');
    case 'answer-unknown':
      return `${label} not known yet`;
    case 'sales':
      return 'Sales spoke with it, and says it does not fit';
  }
}

/** A reason of the fit in Dutch. */
export function fitInDutch(reason: FitReason, label: string): string {
  switch (reason.code) {
    case 'business-mail':
      return `een zakelijk adres bij ${reason.value}`;
    case 'free-mail':
      return `een gratis mailadres bij ${reason.value}`;
    case 'excluded-domain':
      return `${reason.value} staat op de lijst van domeinen die niet passen`;
    case 'student-domain':
      return `bij ${reason.value} hebben studenten hun adres`;
    case 'employees':
      return reason.value === '1' ? '1 medewerker' : `${reason.value} medewerkers`;
    case 'employees-unknown':
      return 'aantal medewerkers nog niet bekend';
    case 'job-title':
      return saysIn(`functie ${reason.value}`, reason, 'past niet');
    case 'sector':
      return saysIn(`sector ${reason.value}`, reason, 'past niet');
    case 'country':
      return saysIn(`land ${reason.value}`, reason, 'past niet');
    case 'postcode':
      return saysIn(`postcode ${reason.value}`, reason, 'past niet');
    case 'answer':
      return saysIn(`${label}: ${reason.value}`, reason, 'past niet');
    case 'answer-unknown':
      return `${label} nog niet bekend`;
    case 'sales':
      return 'Sales sprak deze lead, en zegt dat die niet past';
  }
}

function saysIn(what: string, { says }: FitReason, isBad: string): string {
  return says === 'bad' ? `${what} (${isBad})` : what;
}
