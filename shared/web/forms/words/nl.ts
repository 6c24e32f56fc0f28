import type { FormWords } from './en.ts';

export const nl: FormWords = {
  email: 'E-mailadres',
  optional: 'niet verplicht',
  known: 'Fijn dat je er weer bent: we hebben je e-mailadres al.',
  stranger: 'Ben je iemand anders?',
  bait: 'Laat dit veld leeg',
  mistake: 'Fout',
  summary: 'Kijk dit nog even na',
  notStored: 'Dat ging even mis',
  tryAgain:
    'Je antwoorden zijn nog niet bij ons aangekomen. Ze staan hier nog: probeer het over een paar seconden opnieuw.',
  sendAgainLater: 'Dit is nog niet bewaard. Stuur het over een paar seconden opnieuw, met dezelfde sleutel.',
  unavailable: 'Deze pagina is even niet beschikbaar. Probeer het over een paar seconden opnieuw.',
  sendAgain: 'Verstuur opnieuw',
  checking: 'Een ogenblik: deze browser laat zien dat hij geen robot is. Je hoeft niets te doen.',
  noForm: 'Dit formulier is er niet',
  noFormText: 'Misschien is het adres veranderd. Op onze website vind je alles terug.',
  noMail:
    'Binnen tien minuten geen mail van ons, ook niet bij de spam? Dan zit er misschien een tikfout in het adres, of weigerde het al eerder onze mail. Geef een ander adres op, of verstuur het formulier morgen nog eens: dan proberen we het opnieuw.',
  toWebsite: 'Naar de website',
  errors: {
    'missing-email': 'Vul je e-mailadres in.',
    'missing-permission': 'Zet dit vinkje: zonder toestemming mogen we je niets sturen.',
    missing: 'Dit hebben we nodig. Vul het in.',
    'no-address': 'Dit is geen e-mailadres. Schrijf het als naam@bedrijf.nl.',
    'not-mailable':
      'Naar dit adres kunnen we niet mailen: vóór de @ mogen alleen letters van a tot z, cijfers en tekens als . en - staan. Geef een ander adres.',
    'no-number': 'Vul een heel getal zonder komma in, zoals 1200, of een bereik, zoals 51-200.',
    'no-phone-number': 'Vul een telefoonnummer in, zoals 06 12345678 of +31 20 123 45 67.',
    'no-text': 'Vul hier één tekst in.',
    'too-long': (max) => `Dit is te lang. Er passen ${max} tekens in.`,
  },
  refusals: {
    unreadable: 'Dit kunnen we niet lezen.',
    'too-large': 'Dit is te groot: er past 100 KB in een formulier.',
    'wrong-type':
      'Stuur een formulier als application/x-www-form-urlencoded, multipart/form-data of application/json.',
    'wrong-encoding':
      'We kunnen deze letters niet lezen: stuur het formulier in UTF-8, of noem de codering in een veld _charset_.',
  },
};
