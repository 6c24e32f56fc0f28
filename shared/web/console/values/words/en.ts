import type { Saved } from '../saved.ts';

export const en = {
  link: 'Change what we know',
  title: (who: string) => `What we know of ${who}`,
  intro:
    'What you type here counts more than what anybody else said, the person too. What it replaces stays on the page of the lead, under “Also said”. Empty a field when it is wrong and you do not know better: then nothing is known.',
  required: 'required',
  save: 'Save',
  back: 'Back to the lead',
  notYet: 'This is not saved yet:',
  conflict: 'This changed while you were typing, so nothing is saved yet. Look at it, and save again:',
  meanwhile: (value: string, who: string, at: string) => `Now it says “${value}”, by ${who}, ${at}.`,
  meanwhileEmpty: (who: string, at: string) => `Now it is empty, by ${who}, ${at}.`,
  lastChanged: (who: string, at: string) => `Last changed by ${who}, ${at}.`,
  done: {
    values: 'Saved.',
    same: 'You changed nothing, so nothing was saved.',
    added: 'Added. If we knew this person already, what you typed has been added to it.',
  } satisfies Record<Saved, string>,
  takesMoment: 'It takes a moment before it is shown here: load this page again in a few seconds.',
  beingAdded: 'This person is being added',
  again: 'Load again',
  changed: (who: string) => `${who} changed what we know`,
  addedBy: (who: string, source: string) => `Added by ${who}: ${source}`,
  emptied: 'nothing is known',
  add: {
    title: 'Add a person',
    intro: 'Somebody you met, or who called. Is the person known already? Then what you type is added to it.',
    introSales:
      'Somebody you met, or who called. You see only leads that were handed over: this person goes to marketing first, and comes to sales when ready, or when they ask to talk. What you type counts, also when the person is known already.',
    toMarketing:
      'Added: the person is with marketing now. You see the lead here when it is handed over to sales.',
    erased:
      'This person was erased, so nothing was saved. Only something the person does, such as filling in a form, brings the lead back.',
    who: 'Who',
    email: 'E-mail address',
    more: 'More',
    from: 'How you met',
    source: 'Where it comes from',
    sourceHint: 'Such as: Fair in Utrecht',
    interest: 'What the person asked for',
    interestHint:
      'Leave it empty if they asked for nothing. Without this, or without a permission, the person stays a name, and does not go to sales until they ask to talk.',
    locale: 'Language of the person',
    noLocale: 'Not known',
    permission: 'Permission for mail',
    permissionHint:
      'Leave this empty if the person gave none: then we send no marketing mail, and the person stays a name.',
    wording: 'In which words it was given',
    wordingHint: 'The text that the person said yes to. It is kept as proof.',
    page: 'Where these words stood',
    pageHint: 'The address of a page, or such as: form at our stand',
    on: 'On which day',
    subjects: 'For mail about',
    confirm: 'Send a mail that asks the person to confirm it',
    confirmHint: 'Until they do, we send no marketing mail.',
    button: 'Add',
    back: 'Back to the leads',
  },
  problems: {
    missing: 'Fill this in.',
    'no-day': 'Fill in a day, such as 2026-11-22.',
    future: 'This day has yet to come.',
    'no-subject': 'Tick what the words name, at least one.',
  },
};

export type ValuesWords = typeof en;
