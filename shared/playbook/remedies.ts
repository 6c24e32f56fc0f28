import type { Localised } from '../domain/language.ts';

/** What would be right, in words that many mistakes share. */

export const LEAVE_OUT: Localised = { nl: 'laat het weg', en: 'leave it out' };
export const KEEP_ONE: Localised = { nl: 'houd een van de twee', en: 'keep one of the two' };
export const MAIL_FOR_EACH: Localised = { nl: 'schrijf er voor elk een mail', en: 'write a mail for each' };
export const OTHER_NAME: Localised = { nl: 'kies een andere naam', en: 'choose another name' };

/** Of a number or a time of day. */
export function moreThan(least: string | number): Localised {
  return { nl: `maak er meer dan ${least} van`, en: `make it more than ${least}` };
}

export function orMore(least: string | number): Localised {
  return { nl: `maak er ${least} of meer van`, en: `make it ${least} or more` };
}

export function atMost(most: string | number): Localised {
  return { nl: `maak er hoogstens ${most} van`, en: `make it at most ${most}` };
}

/** `make it later than 9:00` */
export function laterThan(time: string): Localised {
  return { nl: `maak het later dan ${time}`, en: `make it later than ${time}` };
}
