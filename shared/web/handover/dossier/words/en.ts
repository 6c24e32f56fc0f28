import { fitInEnglish } from '../fit-text.ts';
import type { Words } from '../words.ts';

const points = (count: number) => `${count} ${count === 1 ? 'point' : 'points'}`;

export const english: Words = {
  locale: 'en-GB',
  person: (name, company) => (company === undefined ? name : `${name} of ${company}`),
  headline: {
    threshold: (who) => `${who} is ready for a call`,
    'hand-raiser': (who) => `${who} would like to talk to you`,
    stalled: (who) => `${who} has been warm for a while. Time to ask why`,
  },
  repeat: {
    mark: '(possibly sent before)',
    line: 'Something went wrong just after an earlier attempt, so here it is again to be sure.',
  },
  points,
  fit: { good: 'Good fit', bad: 'Bad fit', unknown: 'Fit not known yet' },
  verdict: { good: 'good', bad: 'bad', unknown: 'not known yet' },
  fitReason: fitInEnglish,
  worthIt: 'It asked for a person itself, so it is worth an answer.',
  titles: {
    why: 'Why now',
    who: 'Who it is',
    asked: 'Asked for',
    read: 'Read',
    mailed: 'Mails',
    did: 'Also did',
    score: 'How the score came about',
    unknown: 'Not known yet',
    good: 'Good to know',
  },
  labels: { phone: 'Phone', email: 'E-mail', company: 'Company', fit: 'Fit' },
  sentIn: (form, time) => (form === undefined ? time : `${form}, ${time}`),
  why: {
    threshold: ({ threshold, score, time }) =>
      `Passed the threshold of ${points(threshold)} on ${time}, and stood at ${score}.`,
    'hand-raiser': ({ time }) => `Asked to talk to a person on ${time}.`,
    stalled: ({ time }) => `Interested for a long time, without moving on. Offered to you on ${time}.`,
  },
  lastSteps: 'The last steps before that:',
  scoreOf: (total, cap, threshold) => `${total} of ${cap} now; from ${threshold} a lead is ready for a call.`,
  askFor: 'Good to ask for in the conversation.',
  decides: (labels) => `What decides whether it fits: ${labels}.`,
  mail: (opened, clicks) => {
    if (clicks === 0) return 'Opened a mail';
    const clicked = clicks === 1 ? 'clicked a link' : `clicked ${clicks} links`;
    return opened ? `Opened a mail and ${clicked}` : `In a mail: ${clicked}`;
  },
  permission: (wording, time) => `Gave permission on ${time}: “${wording}”`,
  noPermission: 'Gave no permission for marketing mail: answer its question, do not put it on a list.',
  knownSince: (time) => `Known since ${time}.`,
  answerBefore: (time) => `Agreed with marketing: pick this up before ${time}.`,
  more: (count) => `and ${count} more, earlier`,
  button: 'Open the dossier',
  sentBecause: 'You receive this because your address is on the sales list of Kansrijk.',
};
