import type { Noun } from '../../../language.ts';

/** What starts a sequence, in words. */
export const en = {
  bands: { guides: 'guides', ads: 'ads', call: 'call' },
  returns: {
    'not-ready': 'not ready yet',
    'bad-fit': 'a bad fit',
    unreachable: 'unreachable',
    other: 'something else',
  },
  change: {
    people: { one: 'person', other: 'people' } as Noun,
    about: (people: string) => `about ${people}`,
    inIt: (people: string) => `In this sequence now: ${people}.`,
    lost: (people: string, mail: string) => `Will not get ${mail} any more: ${people}.`,
    missed: (people: string, mail: string) =>
      `Have passed the moment of ${mail}, and will not get it: ${people}.`,
    added: (people: string, mail: string) => `Will get ${mail}: ${people}.`,
    moved: (people: string, mail: string) => `Will get ${mail} at another time: ${people}.`,
  },
  form: (form: string) => `Starts with the form “${form}”.`,
  visited: (pages: string) => `Starts with a visit to ${pages}.`,
  visitedWithout: (pages: string, form: string) =>
    `Starts with a visit to ${pages}, by people who never sent in the form “${form}”.`,
  imported: 'Starts when another system asks to have a permission confirmed.',
  returned: (reasons: string) => `Starts when sales returns the lead as ${reasons}.`,
  event: (event: string) => `Starts with the event “${event}”.`,
  eventWith: (event: string, properties: string) => `Starts with the event “${event}”, if ${properties}.`,
  property: (name: string, values: string) => `${name} is ${values}`,
  band: (band: string) => `Starts when the score rises to the band ${band}, or past it.`,
  clicked: (pages: string) => `Starts with a click in a mail on a link to ${pages}.`,
  clickedIn: (pages: string, mails: string) => `Starts with a click on a link to ${pages} in ${mails}.`,
  answered: (question: string, answer: string) =>
    `Starts when a form is answered: “${question}” is ${answer}.`,
  answeredIn: (question: string, answer: string, form: string) =>
    `Starts when the form “${form}” is answered: “${question}” is ${answer}.`,
  between: (from: string, to: string) => `${from} to ${to}`,
  from: (from: string) => `${from} or more`,
  to: (to: string) => `${to} or less`,
};

export type SequenceWords = typeof en;
