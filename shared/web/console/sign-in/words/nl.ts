import type { SignInWords } from './en.ts';

export const nl: SignInWords = {
  titles: {
    again: 'Inloggen is niet gelukt',
    unverified: 'Uw adres is niet bevestigd',
    unlisted: 'U hebt nog geen toegang',
    left: 'U bent uitgelogd',
    back: 'U bent ingelogd',
  },
  texts: {
    again: 'Het duurde te lang, of deze pagina is een tweede keer geopend. Begin opnieuw.',
    unverified:
      'De dienst waar u inlogde zegt niet dat het e-mailadres van u is. Bevestig daar uw adres en begin dan opnieuw.',
    unlisted: 'U bent ingelogd, maar niemand heeft uw adres toegang gegeven. Vraag het een van deze mensen:',
    left: 'Niemand kan in deze browser de console openen zonder opnieuw in te loggen.',
    back: 'Sluit dit tabblad, ga terug naar de pagina met wat u invulde, en verstuur het opnieuw.',
  },
  start: 'Inloggen',
  other: 'Inloggen met een ander adres',
  ended: 'Uw sessie is verlopen',
  endedMore:
    'Wat u invulde staat nog op deze pagina. Log in op een ander tabblad, kom hier terug en verstuur het opnieuw.',
  beside: 'Inloggen op een ander tabblad',
  send: 'Opnieuw versturen',
  files: 'Bestanden kunnen we niet bewaren: kies ze na het inloggen opnieuw.',
};
