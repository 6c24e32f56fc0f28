import type { Noun } from '../../../language.ts';

export const en = {
  title: 'Newsletter and one-time mails',
  intro: 'What goes out on a day, to whom, and how far it is. What it will reach is counted as of now.',
  none: 'The playbook has no issues yet.',
  when: 'Goes out',
  mail: 'Mail',
  kind: 'Subject',
  newsletter: 'Newsletter',
  to: 'To',
  most: 'At most',
  state: 'Now',
  states: { planned: 'planned', going: 'going out', stopped: 'stopped', over: 'over' },
  dayAt: (day: string, time: string) => `${day} at ${time}`,
  local: 'in the time zone of each person',
  firstHour: 'at the first sending hour in the time zone of each person',
  reach: 'How many it will reach',
  people: { one: 'person', other: 'people' } as Noun,
  exactly: (people: string) => `${people}, if it went out now.`,
  about: (people: string, low: string, high: string) =>
    `About ${people}, if it went out now: between ${low} and ${high}, with 95 % certainty.`,
  sample: (sampled: string, listed: string) =>
    `${listed} gave permission and fit as far as lists know; ${sampled} of them were looked at one by one.`,
  counted: (listed: string) =>
    `${listed} gave permission and fit as far as lists know; all were looked at one by one.`,
  unknown:
    'Not counted: who unsubscribes, changes or is handed over to sales before it goes out. Who has had as many mails as the playbook allows gets it later.',
  test: {
    title: 'A test of variants',
    share: (share: string, people: string, variants: string) =>
      `${share} of them take part, at most ${people} people with ${variants} variants: only those who gave consent for tracking. The others wait for the decision.`,
    tooFew: (from: string, to: string, each: string, all: string) =>
      `These are too few to see a usual difference, such as ${from} against ${to}: that takes ${each} people for each variant, ${all} together. With fewer, the first will most probably go to the rest.`,
  },
  look: 'See the mail',
  stop: 'Stop it',
  stopMore:
    'No mail of it goes out any more from this moment; only one that is handed over to the mail service right now still does. You can let it go on until its day is over.',
  goOn: 'Let it go on',
  goOnMore:
    'Whoever has not had it gets it, at their sending hour or at once if that has passed. Nobody gets it twice.',
  stoppedBy: (by: string, at: string) => `Stopped by ${by}, ${at}.`,
  goingBy: (by: string, at: string) => `Let go on by ${by}, ${at}.`,
  outcome: {
    stop: 'Stopped.',
    'go-on': 'It goes on within minutes.',
    repeated: 'A colleague was first: it is so already.',
    over: 'Its day is over: nothing goes out any more.',
  },
  audience: {
    everybody: 'everybody with permission',
    bands: (bands: string) => `band ${bands}`,
    band: { newsletter: 'newsletter', guides: 'guides', ads: 'ads', call: 'call' },
    fit: (fits: string) => `fit ${fits}`,
    fits: { good: 'good', bad: 'bad', unknown: 'unknown' },
    stage: (stages: string) => `stage ${stages}`,
    stages: { name: 'name', lead: 'lead', customer: 'customer', lost: 'lost' },
    scoreFrom: (points: number) => `at least ${points} points`,
    scoreBelow: (points: number) => `fewer than ${points} points`,
    subject: (subjects: string) => `also gave permission for ${subjects}`,
    knows: (fields: string) => `${fields} known`,
    doesNotKnow: (fields: string) => `${fields} not known`,
    requested: (forms: string) => `sent in ${forms}`,
    notRequested: (forms: string) => `never sent in ${forms}`,
    visited: (pages: string) => `saw ${pages}`,
    notVisited: (pages: string) => `did not see ${pages}`,
    form: (forms: string) => `came with ${forms}`,
    campaign: (campaigns: string) => `came with the campaign ${campaigns}`,
  },
};

export type NewsletterWords = typeof en;
