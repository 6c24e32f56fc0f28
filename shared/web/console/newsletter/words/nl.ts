import type { NewsletterWords } from './en.ts';

export const nl: NewsletterWords = {
  title: 'Nieuwsbrief en eenmalige mails',
  intro:
    'Wat op een dag uitgaat, aan wie, en hoe ver het is. Wat het zal bereiken is geteld zoals het nu is.',
  none: 'Het playbook heeft nog geen nieuwsbrieven.',
  when: 'Gaat uit',
  mail: 'Mail',
  kind: 'Onderwerp',
  newsletter: 'Nieuwsbrief',
  to: 'Aan',
  most: 'Hooguit',
  state: 'Nu',
  states: { planned: 'gepland', going: 'gaat uit', stopped: 'gestopt', over: 'voorbij' },
  dayAt: (day, time) => `${day} om ${time}`,
  local: 'in de tijdzone van iedere persoon',
  firstHour: 'op het eerste verzenduur in de tijdzone van iedere persoon',
  reach: 'Hoeveel mensen het bereikt',
  people: { one: 'persoon', other: 'mensen' },
  exactly: (people) => `${people}, als het nu uitging.`,
  about: (people, low, high) =>
    `Ongeveer ${people}, als het nu uitging: tussen ${low} en ${high}, met 95 % zekerheid.`,
  sample: (sampled, listed) =>
    `${listed} gaven toestemming en passen, voor zover lijsten weten; ${sampled} van hen zijn een voor een bekeken.`,
  counted: (listed) =>
    `${listed} gaven toestemming en passen, voor zover lijsten weten; ze zijn allemaal een voor een bekeken.`,
  unknown:
    'Niet meegeteld: wie zich afmeldt, verandert of aan sales wordt overgedragen voor het uitgaat. Wie al zoveel mails kreeg als het playbook toestaat, krijgt het later.',
  test: {
    title: 'Een test van varianten',
    share: (share, people, variants) =>
      `${share} van hen doet mee, hoogstens ${people} mensen met ${variants} varianten: alleen wie toestemming voor volgen gaf. De anderen wachten op het besluit.`,
    tooFew: (from, to, each, all) =>
      `Dit zijn er te weinig om een gewoon verschil te zien, zoals ${from} tegen ${to}: daarvoor zijn ${each} mensen per variant nodig, ${all} samen. Met minder gaat hoogstwaarschijnlijk de eerste naar de rest.`,
  },
  look: 'Bekijk de mail',
  stop: 'Stop het',
  stopMore:
    'Vanaf dit moment gaat er geen mail meer van uit; alleen een die nu net aan de maildienst wordt gegeven nog wel. Tot de dag voorbij is kun je het door laten gaan.',
  goOn: 'Laat het doorgaan',
  goOnMore:
    'Wie het nog niet kreeg, krijgt het, op het eigen verzenduur of meteen als dat voorbij is. Niemand krijgt het twee keer.',
  stoppedBy: (by, at) => `Gestopt door ${by}, ${at}.`,
  goingBy: (by, at) => `Weer op gang gezet door ${by}, ${at}.`,
  outcome: {
    stop: 'Gestopt.',
    'go-on': 'Het gaat binnen enkele minuten door.',
    repeated: 'Een collega was eerder: het is al zo.',
    over: 'De dag is voorbij: er gaat niets meer uit.',
  },
  audience: {
    everybody: 'iedereen met toestemming',
    bands: (bands) => `band ${bands}`,
    band: { newsletter: 'nieuwsbrief', guides: 'gidsen', ads: 'advertenties', call: 'bellen' },
    fit: (fits) => `fit ${fits}`,
    fits: { good: 'goed', bad: 'slecht', unknown: 'onbekend' },
    stage: (stages) => `fase ${stages}`,
    stages: { name: 'naam', lead: 'lead', customer: 'klant', lost: 'verloren' },
    scoreFrom: (points) => `minstens ${points} punten`,
    scoreBelow: (points) => `minder dan ${points} punten`,
    subject: (subjects) => `gaf ook toestemming voor ${subjects}`,
    knows: (fields) => `${fields} bekend`,
    doesNotKnow: (fields) => `${fields} niet bekend`,
    requested: (forms) => `stuurde ${forms} in`,
    notRequested: (forms) => `stuurde nooit ${forms} in`,
    visited: (pages) => `zag ${pages}`,
    notVisited: (pages) => `zag ${pages} niet`,
    form: (forms) => `kwam binnen met ${forms}`,
    campaign: (campaigns) => `kwam binnen met de campagne ${campaigns}`,
  },
};
