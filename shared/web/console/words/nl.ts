import type { ConsoleWords } from './en.ts';

export const nl: ConsoleWords = {
  product: 'Kansrijk',
  toContent: 'Naar de inhoud',
  menu: "Pagina's",
  pages: {
    today: 'Vandaag',
    leads: 'Leads',
    mine: 'Mijn leads',
    handovers: 'Overdrachten',
    companies: 'Bedrijven',
    reports: 'Rapporten',
    mails: 'Mails',
    people: 'Mensen',
    keys: 'API-sleutels',
    log: 'Logboek',
  },
  roles: { sales: 'sales', marketing: 'marketing', admin: 'beheer' },
  signedInAs: (name, role) => `${name}, ${role}`,
  signOut: 'Uitloggen',
  errors: {
    unknown: 'Deze pagina bestaat niet',
    unknownMore: 'Misschien klopt het adres niet helemaal, of is wat hier stond weg.',
    notAllowed: 'Met jouw rol mag dit niet',
    notAllowedMore: 'Heb je het nodig voor je werk? Vraag het aan een beheerder.',
    origin: 'Dit kwam niet van een pagina van de console',
    originMore: 'Er is niets veranderd. Open de console op het eigen adres en probeer het opnieuw.',
    unavailable: 'Dat lukt nu even niet',
    unavailableMore: 'Wat je hebt ingevuld is niet weg: probeer het over een paar seconden opnieuw.',
    again: 'Opnieuw proberen',
    home: 'Naar Vandaag',
  },
};
