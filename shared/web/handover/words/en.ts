import type { ActionName } from '../../../domain/handover/action.ts';
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
    hint: 'It knows its problem, thought about the outcome, and wants to solve it.',
  },
  opportunity: {
    title: 'This is an opportunity',
    button: 'Record the opportunity',
    hint: 'Three proofs, each in words or with a link. A feeling does not count.',
  },
  won: { title: 'Won', button: 'Record the customer' },
  lost: { title: 'Lost', button: 'Record the loss' },
};

const fields: Record<FieldName, { label: string; hint?: string }> = {
  by: { label: 'Your name' },
  name: { label: 'Name, if yours is not listed' },
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
  buyingStage: { label: 'How far in its own buying process?' },
  decisionMakers: { label: 'Who else decides?' },
  budget: { label: 'Is there a budget?' },
  needProof: { label: 'Demonstrated need', hint: 'What did the lead say or write?' },
  budgetProof: { label: 'Checked budget', hint: 'How much, and who told you?' },
  authorityProof: { label: 'Evidence that the lead decides', hint: 'Or clearly influences the decision.' },
  amount: { label: 'Value in euros', hint: 'For example 12,500' },
  lostReason: { label: 'Why did it not go ahead?' },
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
  actions,
  fields,
  optional: 'may stay empty',
  choose: 'Choose',
  somebodyElse: 'Somebody else',
  /** A reason to return a lead, and what happens to the lead then. */
  reasons: {
    'not-ready': { label: 'Not ready yet', becomes: 'Marketing keeps the lead warm.' },
    'bad-fit': { label: 'Does not fit us', becomes: 'It will not come back, unless it asks for us itself.' },
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
  },
  notYet: 'Not recorded yet. Please check this:',
  stages: {
    name: 'a name',
    lead: 'back with marketing',
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
    impossible: (stage: string) => `That is not possible now: this lead is ${stage}.`,
    nothing: 'Your answer was not recorded.',
    nothingMore: 'There is nothing left for you to do here.',
  },
};
