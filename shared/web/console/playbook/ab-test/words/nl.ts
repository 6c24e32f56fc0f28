import type { AbTestWords } from './en.ts';

export const nl: AbTestWords = {
  none: 'Test een ander onderwerp of een andere mail',
  noneIntro:
    'Sommige mensen krijgen een variant; wat die oplevert wordt vergeleken met de mail zoals hij is, en de keuze gaat naar de anderen.',
  begin: 'Begin een test',
  title: (name) => `Test: ${name}`,
  remove: 'de test',
  name: 'Vaste naam',
  nameHint: 'Hij bepaalt wie welke variant krijgt: een nieuwe test krijgt een nieuwe naam.',
  measure: 'Wat vergeleken wordt',
  measures: { opened: 'geopend', clicked: 'geklikt', 'handed-over': 'overgedragen aan sales' },
  share: 'Deel dat meedoet',
  shareHint: '0,2 is 20 %. Leeg: iedereen.',
  within: 'Een overdracht telt binnen',
  withinHint: 'Leeg: 14 dagen na de mail.',
  certainty: 'Hoe zeker het moet zijn',
  certaintyHint: '0,95 is 95 %, dat is gebruikelijk.',
  decide: 'Beslist',
  decides: {
    after: 'Zo lang na de eerste mail',
    on: 'Op een dag',
    recipients: 'Als zoveel mensen er een kregen',
  },
  instead: {
    after: 'Beslis na een tijd',
    on: 'Beslis op een dag',
    recipients: 'Beslis na zoveel mensen',
  },
  variants: 'Naast de mail zoals hij is',
  variant: (number) => `variant ${number}`,
  variantName: 'Naam van de variant',
  subject: 'Ander onderwerp',
  mail: 'Andere mail',
  addSubject: 'Ander onderwerp',
  addMail: 'Andere mail',
  needs: (from, to, each, all) =>
    `Om een gebruikelijk verschil te zien, zoals ${from} tegen ${to}, zijn er ${each} mensen voor elke variant nodig, ${all} samen.`,
  takes: (people) => `Er doen hoogstens ${people} mee, als hij nu verstuurd werd.`,
  tooFew: (people) =>
    `Er doen hoogstens ${people} mee, als hij nu verstuurd werd: te weinig. Waarschijnlijk gaat de mail zoals hij is naar de rest.`,
};
