import { counted } from '../../../language.ts';

export const en = {
  answer: (name: string) => `Answer: ${name}`,
  toLead: 'To the lead',
  stage: (stage: string) => `This lead is ${stage}.`,
  told: 'What sales did',
  nothing: 'Nothing yet.',
  correct: 'Correct',
  correctThis: (what: string) => `Correct: ${what}`,
  correcting: 'You are correcting:',
  notCorrecting: 'Leave it as it is',
  calendar: 'Add the call to your calendar',
  call: (name: string) => `Call ${name}`,
  lists: {
    mine: { title: 'My leads', empty: 'You have no open leads. New ones come by mail and appear here.' },
    open: { title: 'Open hand-overs', empty: 'Everything is taken.' },
    overdue: { title: 'Overdue', empty: 'Nothing is overdue.' },
  },
  away: {
    title: 'When I am away',
    hint: 'New leads go to colleagues on these days.',
    from: 'First day',
    to: 'Last day',
    save: 'Save',
    period: (from: string, to: string) => `${from} to ${to}`,
    back: 'I am there after all',
    done: 'Recorded: colleagues get the turn on those days.',
    isBack: 'Recorded: you get the turn again.',
    days: 'Please choose a last day that is not over yet, and not before the first.',
    far: 'Please check the first and the last day: neither can be more than two years from now.',
    'not-in-team': 'The playbook names nobody of the team under your key. Ask an admin to connect you.',
  },
  pass: {
    title: 'Pass on all my leads',
    to: 'To whom?',
    next: 'To whoever is next, in turn',
    why: 'Why?',
    button: 'Pass them on',
    done: (passed: string, left: string) => `Passed on: ${passed}. Still with you: ${left}.`,
    nobody: 'Please choose a colleague who is there.',
  },
  notMade: 'The lists are being made for the first time. Look again in a few minutes.',
  count: (shown: number, total: number) => {
    const leads = counted('en', total, { one: 'lead', other: 'leads' });
    return shown === total ? leads : `${shown} of ${leads}`;
  },
  more: 'The next ones',
  next: {
    take: 'take it',
    call: 'call',
    qualify: 'qualify',
    prove: 'prove the opportunity',
    close: 'make an offer',
  },
  doNext: {
    take: 'Answer',
    call: 'Answer',
    qualify: 'Qualify',
    prove: 'Record the opportunity',
    close: 'Won or lost',
  },
  log: { reached: 'We spoke', 'not-reached': 'No answer' },
  logged: 'The call was recorded.',
  about: (button: string, name: string) => `${button}: ${name}`,
  score: (points: number) => counted('en', points, { one: 'point', other: 'points' }),
  until: 'until',
  since: 'late since',
  waits: 'waits since',
  unknown: 'There is no such lead',
  unknownMore: 'It may have been erased.',
};

export type DeskWords = typeof en;
