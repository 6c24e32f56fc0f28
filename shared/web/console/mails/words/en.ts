import type { Noun } from '../../../language.ts';

export const en = {
  title: 'Mails',
  intro: (version: number) => `Every mail of the playbook as it is sent now (version ${version}).`,
  none: 'The playbook has no mails yet. Add a file to its folder mails, and publish it.',
  mail: 'Mail',
  subject: 'Subject',
  usedIn: 'Sent in',
  unused: 'sent nowhere',
  step: (sequence: string, number: number, of: number, when: string) =>
    `${sequence}: mail ${number} of ${of}, ${when}`,
  issue: (day: string) => `Newsletter of ${day}`,
  once: (day: string) => `Once, on ${day}`,
  issues: 'Newsletter and one-time mails: when, to whom, and a button to stop one',
  variantOf: (place: string, test: string) => `${place}, as a variant in the test ${test}`,
  atOnce: 'at once',
  after: (delay: string) => `after ${delay}`,
  beforeEvent: (span: string) => `${span} before the event`,
  afterEvent: (span: string) => `${span} after the event`,
  whenEvent: { moved: 'when the event is moved', cancelled: 'when the event is cancelled' },
  days: { one: 'day', other: 'days' } as Noun,
  hours: { one: 'hour', other: 'hours' } as Noun,
  minutes: { one: 'minute', other: 'minutes' } as Noun,
  locale: 'Language of the mail',
  person: 'For an invented person',
  people: {
    pending: 'Noor, who still has to confirm',
    confirmed: 'Noor, who has confirmed',
    nameless: 'somebody without a name',
    long: 'somebody with very long names',
    foreign: 'somebody with special characters',
  },
  lead: 'Or for a lead, by id or page',
  leadUnknown: 'There is no lead with this id. Copy the address of the page of a lead.',
  show: 'Show',
  inbox: 'In the inbox',
  preheader: 'Preheader',
  from: 'From',
  size: 'Size',
  fits: (kilobytes: number, most: number) => `${kilobytes} KB of the ${most} KB that Gmail shows`,
  tooLarge: (kilobytes: number, most: number) =>
    `${kilobytes} KB: Gmail cuts off what is above ${most} KB. Make the mail shorter.`,
  look: 'How it looks',
  frames: {
    'phone light': 'On a phone, light',
    'phone dark': 'On a phone, dark',
    'desk light': 'At a desk, light',
    'desk dark': 'At a desk, dark',
  },
  text: 'As plain text',
};

export type MailWords = typeof en;
