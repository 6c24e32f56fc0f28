import type { FitReason } from '../../../../domain/fit/fit.ts';
import { counted } from '../../../language.ts';

export type DossierWords = typeof en;

const points = (count: number) => counted('en', count, { one: 'point', other: 'points' });

/** Why a lead fits or not; the label is that of the question, if the playbook names one. */
const fitReasons: Record<FitReason['code'], (value: string, label: string) => string> = {
  'business-mail': (value) => `a business address at ${value}`,
  'free-mail': (value) => `a free e-mail address at ${value}`,
  'excluded-domain': (value) => `${value} is on the list of domains that do not fit`,
  'student-domain': (value) => `${value} is where students have their address`,
  employees: (value) => counted('en', value, { one: 'employee', other: 'employees' }),
  'employees-unknown': () => 'number of employees not known yet',
  'job-title': (value) => `job title ${value}`,
  sector: (value) => `sector ${value}`,
  country: (value) => `country ${value}`,
  postcode: (value) => `postcode ${value}`,
  answer: (value, label) => `${label}: ${value}`,
  'answer-unknown': (_, label) => `${label} not known yet`,
  sales: () => 'Sales spoke with it, and says it does not fit',
};

/** Facts about a hand-over. */
interface Opened {
  threshold: number;
  score: number;
  time: string;
}

/** A score beside the total. */
interface Reached {
  name: string;
  points: number;
  threshold: number;
  time: string;
}

export const en = {
  person: (name: string, company: string) => `${name} of ${company}`,
  dayAndTime: (day: string, time: string) => `${day} at ${time}`,
  headline: {
    threshold: (who: string) => `${who} is ready for a call`,
    'hand-raiser': (who: string) => `${who} would like to talk to you`,
    stalled: (who: string) => `${who} has been warm for a while. Time to ask why`,
  },
  /** Marks a notification that comes late, or may have been sent before, and says why. */
  late: {
    mark: '(late)',
    line: (since: string) => `This should have reached you on ${since}, but was delayed.`,
  },
  repeat: {
    mark: '(possibly sent before)',
    line: 'Something went wrong just after an earlier attempt, so here it is again to be sure.',
  },
  points,
  fit: { good: 'Good fit', bad: 'Bad fit', unknown: 'Fit not known yet' },
  /** The verdict after the label `Fit`. */
  verdict: { good: 'good', bad: 'bad', unknown: 'not known yet' },
  fitReasons,
  doesNotFit: (what: string) => `${what} (does not fit)`,
  worthIt: 'It asked for a person itself, so it is worth an answer.',
  titles: {
    why: 'Why now',
    alsoSaid: 'Also said',
    sales: 'What sales did',
    asked: 'Asked for',
    read: 'Read',
    mailed: 'Mails',
    did: 'Also did',
    score: 'How the score came about',
    unknown: 'Not known yet',
    good: 'Good to know',
  },
  /** What became of mail to this person. */
  closed: {
    bounce: (time: string) => `refused our mail on ${time}: call, or ask for another address`,
    complaint: (time: string) => `marked our mail as spam on ${time}: we send none any more`,
  },
  labels: { phone: 'Phone', email: 'E-mail', company: 'Company', fit: 'Fit' },
  why: {
    threshold: ({ threshold, score, time }: Opened) =>
      `Passed the threshold of ${points(threshold)} on ${time}, and stood at ${score}.`,
    'hand-raiser': ({ time }: Opened) => `Asked to talk to a person on ${time}.`,
    reached: ({ name, points: own, threshold, time }: Reached) =>
      `Reached the threshold of ${name} on ${time}: ${points(own)}, and ${threshold} are enough.`,
    stalled: ({ time }: Opened) =>
      `Interested for a long time, without moving on. Offered to you on ${time}.`,
  },
  /** No click in a mail to the address shows that its owner is behind it. */
  unconfirmed: {
    mark: 'Not confirmed',
    raised: 'No click in a mail confirmed that this comes from the owner of the address.',
    points: 'It passed the threshold only by points of forms and browsers that no click in a mail confirmed.',
    check: 'Anybody can type an address: make sure that you reach the right person.',
    part: (count: number) =>
      `${count} of these points ${count === 1 ? 'comes' : 'come'} from forms and browsers that no click in a mail confirmed.`,
    ofRule: (count: number) => `${points(count)} not confirmed`,
  },
  /** A value that contradicts the one that counts. */
  alsoSaid: {
    intro: 'This differs from what stands above. It does not count, but it may be right.',
    form: (name: string) => `form ${name}`,
    notConfirmed: 'not confirmed',
  },
  /** How a stalled lead was chosen among others. */
  rank: {
    chance: (part: number, whole: number) =>
      `Of leads like this one, about ${part} in ${whole} became a customer.`,
    tooFew: (ended: number, enough: number) =>
      `Chosen by fit and score: there are too few outcomes yet to know the chance (${ended} of ${enough}).`,
    uneven: (won: number, lost: number) =>
      `Chosen by fit and score: nearly all leads ended alike, so the chance is not known (${won} won, ${lost} lost).`,
  },
  lastSteps: 'The last steps before that:',
  scoreOf: (total: number, cap: number, threshold: number) =>
    `${total} of ${cap} now; from ${threshold} a lead is ready for a call.`,
  otherScore: ({ name, points: own, threshold }: Omit<Reached, 'time'>) =>
    `${name}: ${own}, ready from ${threshold}.`,
  /** So that what each rule gave adds up to the score. */
  cut: {
    cap: (count: number) => `${points(count)} above that ${count === 1 ? 'does' : 'do'} not count.`,
    floor: (count: number) => `A score never goes below 0: ${points(count)} less would be.`,
  },
  stayed: (time: string) => `stayed ${time}`,
  askFor: 'Good to ask for in the conversation.',
  decides: (labels: string) => `What decides whether it fits: ${labels}.`,
  mail: (opened: boolean, clicks: number) => {
    if (clicks === 0) return 'Opened a mail';
    const clicked = clicks === 1 ? 'clicked a link' : `clicked ${clicks} links`;
    return opened ? `Opened a mail and ${clicked}` : `In a mail: ${clicked}`;
  },
  permission: {
    granted: (wording: string, time: string) => `Gave permission on ${time}: “${wording}”`,
    pending: (wording: string, time: string) =>
      `Ticked on ${time}, and no click in a mail confirmed it: “${wording}”`,
  },
  noPermission: {
    none: 'Gave no permission for marketing mail: answer the question, do not put the address on a list.',
    withdrawn: 'Gets no marketing mail any more: answer the question, do not put the address on a list.',
  },
  knownSince: (time: string) => `Known since ${time}.`,
  answerBefore: (time: string) => `Agreed with marketing: pick this up before ${time}.`,
  unproven: 'sent without the work that browsers do to show they are no robots',
  more: (count: number) => `and ${count} more, earlier`,
  buttons: { console: 'Open in the console', open: 'Open the dossier', accept: 'Accept', return: 'Return' },
  sentBecause: 'You receive this because your address is on the sales list of Kansrijk.',
  /** Why a hand-over went to this person. */
  route: {
    account: 'has this account',
    again: 'had this lead before',
    company: 'has colleagues of this lead already',
    turn: 'next in turn',
    postcode: (range: string) => `postcode ${range}`,
    employeesFrom: (from: string) => `from ${from} employees`,
    employeesTo: (to: string) => `up to ${to} employees`,
    employees: (from: string, to: string) => `${from}–${to} employees`,
    form: (name: string) => `form ${name}`,
    page: (path: string) => `visited ${path}`,
    field: (name: string) => `answer to ${name}`,
    score: (name: string) => `for ${name}`,
  },
  forWhom: (name: string) => `For ${name}`,
  accepted: (by: string, time: string) => `Accepted by ${by}, ${time}.`,
  returned: (by: string, time: string, reason: string) => `Returned by ${by}, ${time}: ${reason}.`,
  /** Actions of sales. */
  actions: {
    accept: (by: string) => `${by} accepted the lead`,
    reached: (by: string) => `${by} spoke with the lead`,
    'not-reached': (by: string) => `${by} did not reach the lead`,
    qualify: (by: string) => `${by} spoke with the lead and qualified it`,
    opportunity: (by: string) => `${by} recorded an opportunity`,
    return: (by: string, reason: string) => `${by} returned the lead: ${reason}`,
    won: (by: string, amount: string) => `${by} won the customer: ${amount}`,
    lost: (by: string, reason: string) => `${by} lost the lead: ${reason}`,
    reopen: (by: string, reason: string) => `${by} reopened the lead: ${reason}`,
    assign: (by: string, to: string) => `${by} gave the lead to ${to}`,
    note: (by: string, text: string) => `${by} noted: ${text}`,
    'call-back': (by: string, time: string) => `${by} planned a call: ${time}`,
    correction: (text: string) => `Correction: ${text}`,
    corrected: 'corrected since',
    undone: 'taken back since',
  },
  returnReasons: {
    'not-ready': 'not ready yet',
    'bad-fit': 'does not fit',
    unreachable: 'cannot be reached',
    duplicate: 'duplicate',
    other: 'another reason',
  },
  details: {
    need: 'Need',
    urgency: 'Urgency',
    buyingStage: 'Buying process',
    decisionMakers: 'Also decide',
    budget: 'Budget',
    authority: 'Decides',
    criterion: 'Did not fit',
    note: 'Note',
  },
};
