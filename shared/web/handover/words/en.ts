import type { ActionName } from '../../../domain/handover/actions/action.ts';
import type { FieldName } from '../action-fields.ts';

export type HandoverWords = typeof en;

const over = 'This hand-over is over';

/** The title of each action, and its button. */
const actions: Record<ActionName, { title: string; button: string; hint?: string }> = {
  accept: { title: 'I take this lead', button: 'Accept the lead' },
  return: { title: 'Return to marketing', button: 'Return the lead' },
  call: { title: 'Log a call', button: 'Log it' },
  qualify: {
    title: 'I spoke with the lead',
    button: 'Qualify the lead',
    hint: 'They know their problem, have thought about the outcome, and want to solve it.',
  },
  opportunity: {
    title: 'This is an opportunity',
    button: 'Record the opportunity',
    hint: 'Three proofs, each in words or with a link. A feeling does not count.',
  },
  won: { title: 'Won', button: 'Record as won' },
  lost: { title: 'Lost', button: 'Record as lost' },
  reopen: {
    title: 'It is not over after all',
    button: 'Reopen the lead',
    hint: 'The lead goes back to where it was, and the reports follow.',
  },
  assign: { title: 'Give to a colleague', button: 'Give the lead' },
  note: { title: 'Write a note', button: 'Keep the note' },
  'call-back': {
    title: 'Plan a call',
    button: 'Plan it',
    hint: 'Whoever has the lead gets a reminder. A logged call ends it, a new date replaces it.',
  },
};

const fields: Record<FieldName, { label: string; hint?: string }> = {
  by: { label: 'Your name' },
  reason: { label: 'Why?' },
  criterion: {
    label: 'What did not fit?',
    hint: 'Only for “does not fit us”. It tells marketing whether the customer profile could have caught it.',
  },
  value: { label: 'What is it really?', hint: 'For example: 3 employees.' },
  note: { label: 'Note' },
  outcome: { label: 'Did you reach somebody?' },
  need: { label: 'Concrete need' },
  urgency: { label: 'How urgent is it?' },
  buyingStage: { label: 'How far are they in buying?' },
  decisionMakers: { label: 'Who else decides?' },
  budget: { label: 'Is there a budget?' },
  needProof: { label: 'Demonstrated need', hint: 'What did they say or write?' },
  budgetProof: { label: 'Checked budget', hint: 'How much, and who told you?' },
  authorityProof: { label: 'Evidence that they decide', hint: 'Or clearly influences the decision.' },
  amount: { label: 'Value', hint: 'For example 12,500' },
  currency: { label: 'Currency' },
  lostReason: { label: 'Why did it not go ahead?' },
  reopenReason: { label: 'Why does it go on?' },
  to: { label: 'To whom?' },
  why: { label: 'Why?', hint: 'Your colleague reads this in the message about it.' },
  text: { label: 'Note' },
  at: { label: 'When?' },
};

export const en = {
  score: 'See the rules',
  /** Why there is no hand-over to show. */
  errors: {
    erased: {
      title: over,
      text: 'The data of this person were erased. There is nothing left to do.',
    },
    replaced: {
      title: over,
      text: 'The lead has been handed over again since. Open the link in the newest message.',
    },
    expired: {
      title: 'This link has expired',
      text: 'A link to a hand-over works for a limited time. Record what becomes of the lead from here in your own system.',
    },
    unknown: {
      title: 'We do not know this hand-over',
      text: 'Part of the link is probably missing. Open it again from the mail or from Slack.',
    },
    unavailable: {
      title: 'This does not work right now',
      text: 'Something went wrong on our side. Please try again in a moment; sending it twice does no harm.',
    },
    unreadable: {
      title: 'We could not read this',
      text: 'Nothing was recorded. Go back, make the text shorter and send it again.',
    },
  },
  tryAgain: 'Try again',
  answer: 'Your answer',
  signedIn: 'Record more in the console, signed in: an outcome, a note, the next call, a correction',
  typed: 'This was not recorded. What you typed is still here, to copy:',
  correction: 'What is right instead?',
  actions,
  fields,
  optional: 'may stay empty',
  choose: 'Choose',
  /** A reason to return a lead, and what happens to the lead then. */
  reasons: {
    'not-ready': { label: 'Not ready yet', becomes: 'Marketing keeps the lead warm.' },
    'bad-fit': {
      label: 'Does not fit us',
      becomes: 'It will not come back, unless they ask for us themselves.',
    },
    unreachable: { label: 'Cannot be reached', becomes: 'It comes back after new activity.' },
    duplicate: { label: 'Duplicate', becomes: 'We have this person already, under another address.' },
    other: { label: 'Something else', becomes: 'Write it down below.' },
  },
  outcomes: { reached: 'Yes, we spoke', 'not-reached': 'No, not yet' },
  email: 'E-mail address',
  problems: {
    missing: 'Please fill this in.',
    choose: 'Please choose one.',
    long: 'Please make this shorter.',
    amount: 'Please write an amount, such as 12,500 or 12500.50.',
    large: 'Please check this: it is more than any deal.',
    currency: 'Please write the code of a currency, such as EUR.',
    moment: 'Please give a day and a time, such as 2027-01-31 14:30.',
    nobody: 'Please choose somebody of the team.',
    self: 'The lead goes to a colleague: please choose somebody else.',
    owner: 'This person has the lead already: please choose somebody else.',
    past: 'Please choose a time that is still to come.',
    far: 'Please choose a time within two years.',
  },
  notYet: 'Not recorded yet. Please check this:',
  stages: {
    name: 'a name',
    lead: 'with marketing',
    mql: 'handed over, and not accepted yet',
    sal: 'accepted',
    sql: 'qualified',
    opportunity: 'an opportunity',
    customer: 'a customer',
    lost: 'lost',
  },
  notices: {
    done: (what: string) => `Recorded: ${what}.`,
    repeated: (what: string) => `This was recorded already: ${what}.`,
    taken: (by: string, time: string) => `Already taken by ${by}, ${time}.`,
    returned: (by: string, time: string) => `Already returned by ${by}, ${time}.`,
    overtaken: (what: string) => `Somebody was first: ${what}.`,
    corrected: (what: string) => `Somebody corrected this already: ${what}.`,
    uncorrectable: {
      unknown: 'There is no such answer.',
      earlier:
        'That answer is about an earlier hand-over, and later ones followed from it: it can only become another of its kind, such as a return for another reason.',
      kind: 'That cannot be corrected in this way.',
      story: 'What was answered before or after it would not be possible then. Correct that first.',
    },
    /** On a link that several people may have. */
    alone: 'Only somebody who is signed in, or whose own mail has the link, can record this.',
    impossible: (stage: string) => `That is not possible now: this lead is ${stage}.`,
    nothing: 'Your answer was not recorded.',
    nothingMore: 'There is nothing left for you to do here.',
  },
};
