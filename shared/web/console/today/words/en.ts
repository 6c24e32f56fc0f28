import type { Need } from '../../../../domain/identity/directory/need.ts';
import type { JobKindName } from '../../../../domain/jobs/job-kinds.ts';
import type { WaitingWhy } from '../../../../domain/nurture/pace/held-mail.ts';
import type { DayNumber } from '../../../../domain/reports/usual.ts';

export const en = {
  title: 'Today',
  nothing: 'Nobody waits for anything. Have a good day.',
  notMade: 'Who needs somebody is being listed for the first time. Look again in a few minutes.',
  needs: {
    overdue: { title: 'Nobody answered in time', more: 'Sales was to answer by now. Somebody waits.' },
    untaken: { title: 'Nobody took these yet', more: 'Handed over to sales, without an answer.' },
    raised: {
      title: 'Asked to talk',
      more: 'Call them, whatever the score.',
    },
    back: { title: 'Came back', more: 'Returned or lost before, and active again.' },
    stalled: { title: 'Stalled', more: 'Warm for long, but nothing moves. Ask what the problem is.' },
  } satisfies Record<Need, { title: string; more: string }>,
  all: (total: string) => `All ${total}`,
  allOf: (all: string, title: string) => `${all}: ${title}`,
  since: (when: string) => `since ${when}`,
  points: { one: 'point', other: 'points' },
  yesterday: (day: string) => `Yesterday, ${day}`,
  numbers: {
    leads: 'new leads',
    handedOver: 'handed over',
    taken: 'taken by sales',
    won: 'won',
  } satisfies Record<DayNumber, string>,
  usually: (usual: string) => `usually ${usual}`,
  mail: 'Mail that waits',
  marketingHeld: (sends: string, bounces: string, complaints: string) =>
    `Newsletters and sequences are paused: of ${sends} mails in the last seven days, ${bounces} bounced and ${complaints} were called spam. Find out where the newest addresses came from. It goes on by itself once the bad days are a week old.`,
  requestsHeld: (requests: string, unreachable: string) =>
    `What strangers ask for by mail is sent slowly: of ${requests} addresses in the last seven days, ${unreachable} do not exist. Somebody may be filling in forms with invented addresses.`,
  waiting: (count: string, why: string) => `${count} wait for a mail that they asked for: ${why}.`,
  putOff: (count: string) =>
    `About ${count} mails of sequences and newsletters wait until tomorrow: as many mails as the mail service allows in a day were sent.`,
  people: { one: 'person', other: 'people' },
  paused: 'Colleagues paused a sequence for these people. Nothing is sent until somebody lets it go on.',
  pausedAmong: (count: number) =>
    `Colleagues paused a sequence for more than ${count} people. Nothing is sent until somebody lets it go on. The first ${count}, by sequence:`,
  pausedSequences: 'These sequences are paused in the playbook.',
  underWay: (day: string) => `Under way in them at the end of ${day}:`,
  unconfirmed: (day: string) =>
    `The next mail of these sequences waits until people confirm their address. At the end of ${day} these had not:`,
  atLeast: (count: number) => `At least ${count}`,
  why: {
    quota: 'as many mails as the mail service allows in a day were sent',
    brake: 'too many addresses do not exist',
    share: 'what strangers may ask for in a day was sent',
    account: 'the mail service has stopped this account',
    other: 'the mail service did not take it yet',
  } satisfies Record<WaitingWhy, string>,
  failed: 'What failed for good',
  failedMore: 'It was tried for days. Fix the cause first, then try it again.',
  tried: (times: string, failure: string) => `${times}, last: ${failure}`,
  times: { one: 'try', other: 'tries' },
  lead: 'the lead',
  again: 'Try again',
  drop: 'Give up',
  mustBeDone: 'A person asked for this, so it cannot be given up.',
  askAdmin: 'An admin can try it again.',
  did: {
    again: 'It is tried again within a minute.',
    drop: 'It is given up.',
    gone: 'Somebody was first: that one is not here any more.',
    'must-be-done': 'A person asked to be erased: this cannot be given up.',
  },
  dead: {
    notice: 'Sales was never told about this lead. Tell them.',
    'requested-mail': 'Somebody waits for a mail that will not come.',
    'marketing-mail': 'Somebody gets no more mail of a sequence or newsletter.',
    webhook: 'Another system does not know what happened.',
    erase: 'Somebody’s data is still stored. The law gives a month.',
    lead: 'A lead keeps points that should have expired, until it does something again.',
    link: 'A few page views do not count for a lead.',
    reactions: 'An open or a click does not count.',
    issue: 'Some readers do not get an issue of the newsletter.',
    'decide-test': 'A test of a mail goes on without an end.',
    offers: 'Sales is offered no more stalled leads.',
    'roll-up': 'The reports miss everything since then.',
    rescore: 'Some leads keep the score of an older playbook.',
    directory: 'Lists of leads get slower, and later they fail.',
  } satisfies Record<JobKindName, string>,
  first: {
    title: 'Nobody is here yet',
    snippet: 'Put the tracker on every page of your website:',
    consent: 'It asks for nothing and stores nothing until somebody agrees.',
    form: 'Open a form, or link to it from your website:',
    visit: 'Fill it in with your own address. A few seconds later you are the first lead on this page.',
    people: 'Give your colleagues access:',
  },
};

export type TodayWords = typeof en;
