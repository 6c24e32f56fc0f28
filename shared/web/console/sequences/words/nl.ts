import type { SequenceWords } from './en.ts';

export const nl: SequenceWords = {
  bands: { guides: 'gidsen', ads: 'advertenties', call: 'bellen' },
  returns: {
    'not-ready': 'nog niet rijp',
    'bad-fit': 'past niet',
    unreachable: 'onbereikbaar',
    other: 'iets anders',
  },
  change: {
    people: { one: 'persoon', other: 'mensen' },
    about: (people) => `ongeveer ${people}`,
    inIt: (people) => `Nu in deze reeks: ${people}.`,
    lost: (people, mail) => `Krijgt ${mail} niet meer: ${people}.`,
    missed: (people, mail) => `Is het moment van ${mail} al voorbij, en krijgt die niet: ${people}.`,
    added: (people, mail) => `Krijgt ${mail}: ${people}.`,
    moved: (people, mail) => `Krijgt ${mail} op een ander moment: ${people}.`,
  },
  form: (form) => `Begint met het formulier “${form}”.`,
  visited: (pages) => `Begint met een bezoek aan ${pages}.`,
  visitedWithout: (pages, form) =>
    `Begint met een bezoek aan ${pages} van wie het formulier “${form}” nooit instuurde.`,
  imported: 'Begint als een ander systeem vraagt een toestemming te laten bevestigen.',
  returned: (reasons) => `Begint als sales de lead teruggeeft als ${reasons}.`,
  event: (event) => `Begint met de gebeurtenis “${event}”.`,
  eventWith: (event, properties) => `Begint met de gebeurtenis “${event}”, als ${properties}.`,
  property: (name, values) => `${name} ${values} is`,
  band: (band) => `Begint als de score stijgt tot de band ${band}, of erboven.`,
  clicked: (pages) => `Begint met een klik in een mail op een link naar ${pages}.`,
  clickedIn: (pages, mails) => `Begint met een klik op een link naar ${pages} in ${mails}.`,
  answered: (question, answer) => `Begint met een antwoord in een formulier: “${question}” is ${answer}.`,
  answeredIn: (question, answer, form) =>
    `Begint met een antwoord in het formulier “${form}”: “${question}” is ${answer}.`,
  between: (from, to) => `${from} tot en met ${to}`,
  from: (from) => `${from} of meer`,
  to: (to) => `${to} of minder`,
};
