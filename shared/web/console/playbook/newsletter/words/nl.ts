import type { NewsletterWords } from './en.ts';

export const nl: NewsletterWords = {
  intro:
    'Elke editie gaat naar iedereen in haar banden die toestemming voor de nieuwsbrief gaf. Een editie die na haar dag gepubliceerd wordt, gaat niet uit.',
  calendar: 'Kalender',
  legend:
    'Dagen met een editie zijn links. Een klein getal zegt hoeveel mails van reeksen die dag aan de beurt zijn.',
  on: 'Dag',
  mail: 'Mail',
  at: 'Tijd',
  firstHour: 'het eerste uur voor mail',
  subject: 'Soort',
  isIssue: 'een editie van de nieuwsbrief',
  bands: 'Wie hem krijgt',
  band: { newsletter: 'Nieuwsbrief', guides: 'Gidsen', ads: 'Advertenties', call: 'Bellen' },
  reaches: (people) => `gaat naar ${people} als hij nu verstuurd werd.`,
  also: (mails) => `Daarnaast zijn ${mails} van reeksen aan de beurt.`,
  people: { one: 'persoon', other: 'mensen' },
  mails: { one: 'mail', other: 'mails' },
  openMail: (mail) => `Schrijf ${mail}`,
  issue: (day) => `editie van ${day}`,
  add: 'Editie',
};
