import { BACKUP_DAYS } from '../../../domain/identity/backups.ts';
import type { Noun } from '../../language.ts';

export type IdentityWords = typeof en;

const backups = `Backups still have it for ${BACKUP_DAYS} days, for the case that our system breaks down; then they are gone too.`;

/** What a person did, by the type of the event. */
const activity: Record<'page' | 'stay' | 'track' | 'form' | 'import' | 'open' | 'click', Noun> = {
  page: { one: 'page viewed', other: 'pages viewed' },
  stay: { one: 'note of how long a page was viewed', other: 'notes of how long a page was viewed' },
  track: { one: 'action on the website', other: 'actions on the website' },
  form: { one: 'form submitted', other: 'forms submitted' },
  import: { one: 'note by one of us or another system', other: 'notes by one of us or another system' },
  open: { one: 'mail opened', other: 'mails opened' },
  click: { one: 'link in a mail clicked', other: 'links in mails clicked' },
};

export const en = {
  toPreferences: 'To your preferences',
  unsubscribeButton: 'Unsubscribe',
  subscribeAgain: 'Get mails again',
  confirm: {
    title: 'Confirm that you want our mails',
    agreed: 'You ticked this:',
    text: 'Press the button, so that we know it was you. Was it not you? Then there is nothing you need to do.',
    button: 'Yes, I want that',
  },
  confirmed: {
    title: 'Thank you, you are signed up',
    text: 'You can choose what you get, or unsubscribe, at any time.',
  },
  unsubscribe: {
    title: 'Do you want to unsubscribe?',
    text: 'You will get no more tips, newsletters or invitations. You still get what you request yourself.',
  },
  unsubscribed: {
    title: 'You are unsubscribed',
    text: 'This applies from now on. A mail that was already on its way may still arrive.',
    byMistake: 'Was it a mistake?',
  },
  preferences: {
    title: 'Your preferences',
    saved: 'Your preferences are saved.',
    isUnsubscribed: 'You get no tips, newsletters or invitations at the moment.',
    isPending:
      'You have not confirmed the following yet. Until you do, you get no mail about it, except what you request.',
    isClosed: {
      'hard-bounce':
        'Your address refused our mail, so we send nothing any more. Does it work again? Then press the button.',
      'soft-bounces':
        'Your address refused our mail, so we send nothing any more. Does it work again? Then press the button.',
      complaint:
        'Our mail was marked as spam, so we send nothing any more, not even what you request. Was that a mistake? Then press the button.',
    },
    subjects: 'What may we write about?',
    pause: 'No mail for a while?',
    pausedUntil: (day: string) => `You get no mail until ${day}.`,
    keepPause: 'Leave it as it is',
    noPause: 'No pause',
    weeks: { one: 'week', other: 'weeks' },
    save: 'Save',
    noMailAtAll: 'Would you rather get no mail at all?',
  },
  stored: {
    title: 'What we store about you',
    about: 'About you',
    email: 'E-mail address',
    since: 'Stored since',
    fromColleague: 'written down by one of us',
    from: (source: string) => `from ${source}`,
    permission: 'Your permission',
    noPermission: 'You never gave us permission.',
    granted: 'Confirmed on',
    withdrawn: 'Withdrawn on',
    /** What ended it without an act of the person. */
    ended: {
      'hard-bounce': 'Ended because your address refused our mail, on',
      'soft-bounces': 'Ended because your address refused our mail, on',
      complaint: 'Ended because our mail was marked as spam, on',
    },
    did: 'What you did',
    mails: 'Mails we sent',
    download: 'Download everything',
    activity,
  },
  erase: {
    title: 'Erase everything',
    text: `We erase everything that we store about you. This cannot be undone, and the links in our mails stop working. ${backups}`,
    button: 'Erase everything',
    sure: 'Are you sure?',
    sureButton: 'Yes, erase everything',
    back: 'No, go back',
  },
  erasing: {
    title: 'Your data is being erased',
    text: `This is your receipt; keep it if you like. We have begun, but not everything could be erased at once. The rest follows by itself, usually within minutes; you need not do anything. We send you nothing any more. ${backups}`,
    at: 'Asked for on',
  },
  erased: {
    title: 'Everything is erased',
    text: `This is your receipt; keep it if you like. All that remains are codes that cannot be traced to you, so that your data does not come back. ${backups} If you fill in a form again, we start afresh.`,
    receipt: 'Reference',
    at: 'Erased on',
    events: 'Events',
    browsers: 'Browsers',
    others: 'Other records',
  },
  unknown: {
    title: 'This link does not work',
    text: 'Part of it is probably missing, or your data has already been erased.',
  },
  failed: {
    title: 'That did not work',
    text: 'Try again in a few seconds.',
    uncertain: 'It may not have been done yet. Try again in a few seconds; doing it twice does no harm.',
    again: 'Try again',
  },
};
