/** How often a kind of job is tried, and what it means when it is given up. */
export interface JobKind {
  /** What it does, and what it means for people when it is given up. */
  does: string;
  dead: string;
  /** The pauses between tries, in milliseconds; the last one repeats. Each gets up to a tenth longer at random. */
  pauses: readonly number[];
  /** How long after it was first tried it is given up. */
  patience: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Short enough to be tried at each run of the minute. */
const EACH_RUN = 45 * SECOND;
const USUAL = { pauses: [EACH_RUN, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR], patience: 7 * DAY };

/** Every kind of job. */
export const jobKinds = {
  notice: {
    does: 'Tells sales of a hand-over, a raised hand or a late answer, by mail and Slack',
    dead: 'Sales was never told of this lead over that channel: somebody has to tell them.',
    pauses: [...Array<number>(120).fill(EACH_RUN), ...Array<number>(260).fill(5 * MINUTE), 15 * MINUTE],
    patience: 3 * DAY,
  },
  'requested-mail': {
    does: 'Sends what somebody asked for, such as the whitepaper',
    dead: 'Somebody waits for a mail that will not come.',
    pauses: [...Array<number>(10).fill(EACH_RUN), 5 * MINUTE, 30 * MINUTE],
    patience: 2 * DAY,
  },
  'marketing-mail': {
    does: 'Sends the next mail of a sequence or an issue of the newsletter to a person',
    dead: 'This person gets no more mail of this sequence.',
    ...USUAL,
  },
  webhook: {
    does: 'Tells another system of a domain event',
    dead: 'That system does not know of the event.',
    // As Standard Webhooks proposes: ten tries in a little over three days.
    pauses: [5 * SECOND, 5 * MINUTE, 30 * MINUTE, ...[2, 5, 10, 14, 20, 24].map((hours) => hours * HOUR)],
    patience: 84 * HOUR,
  },
  erase: {
    does: 'Removes everything about a person who asked for it',
    dead: 'Data of this person is still stored: finish it by hand, the law gives a month.',
    pauses: [EACH_RUN, 5 * MINUTE, 30 * MINUTE],
    patience: 14 * DAY,
  },
  lead: {
    does: 'Takes expired points off a lead, reminds sales of a late answer, finds that a lead stalled',
    dead: 'The lead keeps its points and nobody is reminded, until it does something again.',
    ...USUAL,
  },
  link: {
    does: 'Looks again for page views from just before a browser was linked to a lead',
    dead: 'A few page views do not count.',
    ...USUAL,
  },
  reactions: {
    does: 'Tells opens and clicks by a person from those by a machine',
    dead: 'An open or a click does not count.',
    ...USUAL,
  },
  issue: {
    does: 'Begins an issue of the newsletter, or a one-time mail, for everybody in its audience',
    dead: 'Some readers do not get this issue.',
    ...USUAL,
  },
  'decide-test': {
    does: 'Decides which variant of a mail goes on when a test is over',
    dead: 'The test goes on without an end: its share of people keeps getting different mails.',
    ...USUAL,
  },
  offers: {
    does: 'Offers stalled leads to sales, each week',
    dead: 'Sales is offered no more stalled leads.',
    ...USUAL,
  },
  'roll-up': {
    does: 'Sums up for the reports what changed: each night the days, and the hours every ten minutes while there are many',
    dead: 'Reports miss everything since.',
    ...USUAL,
  },
  directory: {
    does: 'Folds the log of changes into the directory of all leads, from which lists are answered, when it has grown',
    dead: 'Lists become slower to load, and after 100 days they miss changes.',
    ...USUAL,
  },
  rescore: {
    does: 'Scores a list of leads again after a new playbook, or when somebody orders it',
    dead: 'These leads keep the score of an older playbook until they do something.',
    ...USUAL,
  },
} as const satisfies Record<string, JobKind>;

export type JobKindName = keyof typeof jobKinds;
