import type { Noun } from '../../../../language.ts';

export const en = {
  intro:
    'Each issue goes to everybody in its bands who gave permission for the newsletter. An issue that is published after its day is not sent.',
  calendar: 'Calendar',
  legend:
    'Days with an issue are links. A small number says how many mails of sequences are due on that day.',
  on: 'Day',
  mail: 'Mail',
  at: 'Time of day',
  firstHour: 'the first sending hour',
  subject: 'Kind',
  isIssue: 'an issue of the newsletter',
  bands: 'Who gets it',
  band: { newsletter: 'Newsletter', guides: 'Guides', ads: 'Ads', call: 'Call' },
  reaches: (people: string) => `goes to ${people} if it were sent now.`,
  also: (mails: string) => `Besides, ${mails} of sequences are due.`,
  people: { one: 'person', other: 'people' } as Noun,
  mails: { one: 'mail', other: 'mails' } as Noun,
  openMail: (mail: string) => `Write ${mail}`,
  issue: (day: string) => `issue of ${day}`,
  add: 'Issue',
};

export type NewsletterWords = typeof en;
