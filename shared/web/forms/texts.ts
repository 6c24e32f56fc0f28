import type { Objection } from '../../domain/forms/answers.ts';
import type { Language, Localised } from '../../domain/language.ts';

/** What every form says by itself. */
export const texts = {
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  optional: { nl: 'niet verplicht', en: 'optional' },
  known: {
    nl: 'Fijn dat je er weer bent: we hebben je e-mailadres al.',
    en: 'Good to see you again: we have your e-mail address.',
  },
  stranger: { nl: 'Ben je iemand anders?', en: 'Are you somebody else?' },
  bait: { nl: 'Laat dit veld leeg', en: 'Leave this field empty' },
  otherLanguage: { nl: 'English', en: 'Nederlands' },
  mistake: { nl: 'Fout', en: 'Error' },
  summary: { nl: 'Kijk dit nog even na', en: 'Please look at this again' },
  notKept: { nl: 'Dat ging even mis', en: 'That did not work' },
  tryAgain: {
    nl: 'Je antwoorden zijn nog niet bij ons aangekomen. Ze staan hier nog: probeer het over een paar seconden opnieuw.',
    en: 'Your answers have not reached us yet. They are still here: try again in a few seconds.',
  },
  sendAgainLater: {
    nl: 'Dit is nog niet bewaard. Stuur het over een paar seconden opnieuw, met dezelfde sleutel.',
    en: 'This has not been kept yet. Send it again in a few seconds, with the same key.',
  },
  unavailable: {
    nl: 'Deze pagina is even niet beschikbaar. Probeer het over een paar seconden opnieuw.',
    en: 'This page is not available right now. Try again in a few seconds.',
  },
  sendAgain: { nl: 'Verstuur opnieuw', en: 'Send again' },
  noForm: { nl: 'Dit formulier is er niet', en: 'There is no such form' },
  noFormText: {
    nl: 'Misschien is het adres veranderd. Op onze website vind je alles terug.',
    en: 'Perhaps its address has changed. You can find everything on our website.',
  },
  toWebsite: { nl: 'Naar de website', en: 'To the website' },
} as const satisfies Record<string, Localised>;

/** What is wrong with an answer and what would be right. */
export function reasonFor(objection: Objection, field: string, locale: Language): string {
  switch (objection.code) {
    case 'missing':
      if (field === 'email')
        return locale === 'nl' ? 'Vul je e-mailadres in.' : 'Fill in your e-mail address.';
      return locale === 'nl' ? 'Dit hebben we nodig. Vul het in.' : 'We need this. Please fill it in.';
    case 'no-address':
      return locale === 'nl'
        ? 'Dit is geen e-mailadres. Schrijf het als naam@bedrijf.nl.'
        : 'This is not an e-mail address. Write it like name@company.com.';
    case 'no-number':
      return locale === 'nl'
        ? 'Vul een heel getal in, zoals 25, of een bereik, zoals 20-50.'
        : 'Fill in a whole number, such as 25, or a range, such as 20-50.';
    case 'no-phone-number':
      return locale === 'nl'
        ? 'Vul een telefoonnummer in, zoals 06 12345678 of +31 20 123 45 67.'
        : 'Fill in a phone number, such as +44 20 7946 0123.';
    case 'no-text':
      return locale === 'nl' ? 'Vul hier één tekst in.' : 'Fill in one text here.';
    case 'too-long':
      return locale === 'nl'
        ? `Dit is te lang. Er passen ${objection.max} tekens in.`
        : `This is too long. There is room for ${objection.max} characters.`;
  }
}

/** What is wrong with a request as a whole. */
export const refusals = {
  400: { nl: 'Dit kunnen we niet lezen.', en: 'We cannot read this.' },
  413: {
    nl: 'Dit is te groot: er past 100 KB in een formulier.',
    en: 'This is too large: a form holds 100 KB.',
  },
  415: {
    nl: 'Stuur een formulier als application/x-www-form-urlencoded, multipart/form-data of application/json.',
    en: 'Send a form as application/x-www-form-urlencoded, multipart/form-data or application/json.',
  },
} as const satisfies Record<number, Localised>;
