import type { Noun } from '../../../../language.ts';

export const en = {
  intro:
    'Each issue goes to everybody in its bands who gave permission for the newsletter. An issue that is published after its day is not sent.',
  calendar: 'Calendar',
  legend:
    'Days with an issue are links. A small number says how many mails of sequences are due on that day.',
  isMore: 'There are more than were counted: each of these numbers is at least so many.',
  on: 'Day',
  mail: 'Mail',
  at: 'Time of day',
  atHint: 'In the time zone of each person. Empty: the first sending hour.',
  subject: 'Kind',
  isIssue: 'an issue of the newsletter',
  bands: 'Who gets it',
  band: { newsletter: 'Newsletter', guides: 'Guides', ads: 'Ads', call: 'Call' },
  reaches: (people: string) => `goes to ${people} if it were sent now.`,
  reachesAbout: (people: string, low: string, high: string) =>
    `goes to about ${people} if it were sent now: between ${low} and ${high}.`,
  reachesAtMost: (people: string) => `goes to at most ${people} if it were sent now.`,
  notCounted: 'how many it will reach is counted once the file has no mistakes.',
  noConditions: 'To everybody in its bands',
  onlyIf: (conditions: string) => `To those in its bands, only: ${conditions}`,
  conditionsHint: 'All conditions hold for whoever gets it. What is left empty says nothing.',
  stage: 'Who it is',
  stageHint: 'None: names and leads. Nobody who is with sales gets it.',
  fit: 'With this fit',
  alsoFor: 'Also gave permission for one of',
  scoreFrom: 'Score from',
  scoreBelow: 'Score below',
  conditions: {
    requested: 'Ever sent in one of these forms',
    notRequested: 'Never sent in these forms',
    knows: 'We know the answers to',
    doesNotKnow: 'We do not know the answers to',
    visited: 'Saw one of these pages',
    notVisited: 'Saw none of these pages',
    form: 'Came with one of these forms',
    campaign: 'Came with one of these campaigns',
  },
  hints: {
    visited: 'Such as /pricing, /guides/*',
    notVisited: 'Such as /pricing, /guides/*',
    campaign: 'As in utm_campaign, with commas between them.',
  },
  also: (mails: string) => `Besides, ${mails} of sequences are due.`,
  due: (mails: string) => `${mails} of sequences`,
  sameDay: (mail: string) => `On the same day, “${mail}”:`,
  people: { one: 'person', other: 'people' } as Noun,
  mails: { one: 'mail', other: 'mails' } as Noun,
  issue: (day: string) => `issue of ${day}`,
  add: 'Issue',
};

export type NewsletterWords = typeof en;
