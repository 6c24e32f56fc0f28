import type { Noun } from '../../../../shared/web/language.ts';

/** Text before a link, the link, and the text after it. */
type Step = readonly [before: string, link: string, after: string];

type Story = Record<'visit' | 'read' | 'ask' | 'mail' | 'clock' | 'raise' | 'call', Step>;

export type StartPageWords = typeof en;

export const en = {
  title: 'Kansrijk on this machine',
  intro:
    'Everything that would run in your AWS account runs here: the same functions, wired by the same template.',
  console: 'Console',
  openAs: {
    sales: 'Open the console as Anna',
    marketing: 'Open the console as Sanne',
    admin: 'Open the console as admin',
  },
  openHints: {
    sales: 'sales: her leads, hand-overs, what became of them',
    marketing: 'marketing: all leads, mails, reports',
    admin: 'everything, also people, keys and the log',
  },
  firstTitle: 'See a visit become a call',
  story: {
    visit: ['Open the ', 'demo website', ' and accept the cookie bar. From then on your visit counts.'],
    read: [
      'Read a few pages. Prices and the demo earn more than the rest. You see ',
      'your points',
      ' grow below, before you filled in any form.',
    ],
    ask: [
      'Ask for the ',
      'whitepaper',
      ' with a business address and give permission. Now you are a lead, with the points you had collected.',
    ],
    mail: [
      'Read the mail in the ',
      'inbox',
      ' and confirm your permission. From then on a tip comes each week, for six weeks.',
    ],
    clock: ['Move the ', 'clock', ' a week on, and the first tip is there.'],
    raise: [
      'Ask to be called in the ',
      'contact form',
      '. Sales gets a mail and a Slack message within seconds.',
    ],
    call: ['Make the call: ', 'open the console as Anna', ', find yourself, and say what became of it.'],
  } as Story,
  mailCalled: (subject: string) => `Newest mail: ${subject}`,
  messageCalled: (text: string) => `In Slack: ${text}`,
  visitors: 'Visitors nobody knows yet',
  visitorsHint:
    'What a browser did counts from its first page on. These are the points it would bring, by the rules of the playbook, as soon as somebody fills in a form there.',
  noVisitors: 'Nobody now. Visit the demo website and accept the cookie bar, then look here again.',
  visitor: (ending: string) => `Browser …${ending}`,
  points: { one: 'point', other: 'points' } as Noun,
  ofThreshold: (threshold: number) => `ready for a call from ${threshold}`,
  countsAlready: 'no new points',
  andEarlier: (count: number) => `and ${count} more, earlier`,
  figures: 'So far',
  count: {
    visitors: { one: 'visitor', other: 'visitors' } as Noun,
    leads: { one: 'lead', other: 'leads' } as Noun,
    mails: { one: 'mail', other: 'mails' } as Noun,
  },
  time: 'Time',
  now: 'It is now',
  timeHint:
    'All parts share one clock. Move it forward and see what happens to the leads: mails are sent, points expire after 90 days.',
  simulate: 'Weeks of invented people, with sales that answers, come from the terminal:',
  aDay: 'A day later',
  aWeek: 'A week later',
  moving: {
    doing: 'Moving time …',
    progress: 'How far time has moved',
    done: 'Time has moved.',
    failed: 'Time could not be moved: see the log in the terminal.',
  },
  leadsFailed: 'The API does not answer: see the log in the terminal.',
  lead: 'Lead',
  planned: 'Planned mails',
  nonePlanned:
    'Nothing yet. Whoever asks for the whitepaper gets it at once and, after confirming, a weekly tip for six weeks.',
  sequence: 'Sequence',
  nextMail: 'Next mail',
  when: 'When',
  paused: 'paused',
  mails: 'Mails to sales',
  noMails: 'None yet. Sales gets a mail when a lead is ready for a call.',
  slack: 'Slack',
  noSlack: 'No messages yet. Slack gets the same news as the mails.',
  dead: 'Dead letters',
  json: 'As JSON:',
  noDead: 'Nothing failed for good.',
  liveFailed: 'The twin does not answer. Was it stopped?',
  runs: 'What runs here',
  functions: 'Functions',
  tables: 'Tables',
  queues: 'Queues',
  buses: 'Event buses',
  rules: 'Rules',
  schedules: 'Schedules',
  none: 'none',
  notRun: 'Not needed on this machine',
  notTriggered: 'nothing triggers it yet',
  triggers: {
    http: 'over HTTP',
    stream: 'by changes in',
    queue: 'by messages in',
    rule: 'by events',
    schedule: 'on schedule',
    deployment: 'on deployment',
    function: 'when asked by',
  },
  does: {} as Record<string, string>,
  sample: 'Add sample visitors',
  sampleHint: 'Six invented people visit the website and fill in forms.',
  sampling: {
    doing: 'Adding visitors …',
    done: 'Added six visitors.',
    failed: 'Could not add them: see the log in the terminal.',
  },
};
