import type { SignInWords } from './en.ts';

export const nl: SignInWords = {
  titles: {
    again: 'Inloggen is niet gelukt',
    unverified: 'Je adres is niet bevestigd',
    unlisted: 'Je hebt nog geen toegang',
    left: 'Je bent uitgelogd',
    back: 'Je bent ingelogd',
  },
  texts: {
    again: 'Het duurde te lang, of deze pagina is een tweede keer geopend. Begin opnieuw.',
    unverified:
      'De dienst waar je inlogde zegt niet dat het e-mailadres van jou is. Bevestig daar je adres en begin dan opnieuw.',
    unlisted: 'Je bent ingelogd, maar niemand heeft je adres toegang gegeven. Vraag het een van deze mensen:',
    left: 'Niemand kan in deze browser de console openen zonder opnieuw in te loggen.',
    back: 'Sluit dit tabblad, ga terug naar de pagina met wat je invulde, en verstuur het opnieuw.',
  },
  start: 'Inloggen',
  other: 'Inloggen met een ander adres',
  ended: 'Je sessie is verlopen',
  endedMore:
    'Wat je invulde staat nog op deze pagina. Log in op een ander tabblad, kom hier terug en verstuur het opnieuw.',
  beside: 'Inloggen op een ander tabblad',
  send: 'Opnieuw versturen',
  files: 'Bestanden kunnen we niet bewaren: kies ze na het inloggen opnieuw.',
};
