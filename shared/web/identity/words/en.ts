import type { Noun } from '../../language.ts';

export type IdentityWords = typeof en;

/** What a person did, by the type of the event. */
const activity: Record<'page' | 'track' | 'form' | 'import' | 'open' | 'click', Noun> = {
  page: { one: 'page seen', other: 'pages seen' },
  track: { one: 'act on the website', other: 'acts on the website' },
  form: { one: 'form sent in', other: 'forms sent in' },
  import: { one: 'mention by another system', other: 'mentions by another system' },
  open: { one: 'mail opened', other: 'mails opened' },
  click: { one: 'link in a mail followed', other: 'links in mails followed' },
};

export const en = {
  toPreferences: 'To your preferences',
  unsubscribeButton: 'Unsubscribe',
  subscribeAgain: 'Get mails again',
  confirm: {
    title: 'Confirm that you want our mails',
    agreed: 'You ticked this:',
    text: 'Press the button, so that we know it was you. Was it not? Then there is nothing you need to do.',
    button: 'Yes, I want that',
  },
  confirmed: {
    title: 'Thank you, you are signed up',
    text: 'You can choose what you get, or unsubscribe, at any time.',
  },
  unsubscribe: {
    title: 'Do you want to unsubscribe?',
    text: 'You will get no more tips, newsletters and invitations. What you request yourself still reaches you.',
  },
  unsubscribed: {
    title: 'You are unsubscribed',
    text: 'This holds from now on. A mail that was on its way already may still arrive.',
    byMistake: 'Was it a mistake?',
  },
  preferences: {
    title: 'Your preferences',
    saved: 'Your preferences are kept.',
    isUnsubscribed: 'You get no tips, newsletters and invitations now.',
    isPending: 'You have not confirmed your sign-up yet. Until then you get only what you request.',
    isSuppressed: 'Mail to this address did not arrive or was not welcome. We send nothing more.',
    subjects: 'What may we write about?',
    pause: 'No mail for a while?',
    pausedUntil: (day: string) => `You get no mail until ${day}.`,
    keepPause: 'Leave it so',
    noPause: 'No pause',
    weeks: { one: 'week', other: 'weeks' },
    save: 'Save',
    noMailAtAll: 'Rather no mail at all?',
  },
  stored: {
    title: 'What we keep of you',
    about: 'About you',
    email: 'E-mail address',
    since: 'Kept since',
    permission: 'Your permission',
    noPermission: 'You never gave us permission.',
    granted: 'Confirmed on',
    withdrawn: 'Withdrawn on',
    did: 'What you did',
    mails: 'Mails we sent',
    download: 'Download everything',
    activity,
  },
  erase: {
    title: 'Erase everything',
    text: 'We erase everything above. This cannot be undone, and the links in our mails stop working.',
    button: 'Erase everything',
    sure: 'Are you sure?',
    sureButton: 'Yes, erase everything',
    back: 'No, go back',
  },
  erased: {
    title: 'Everything is erased',
    text: 'This is your receipt; keep it if you like. What remains is a mark that leads to nobody, so that nothing comes back. If you fill in a form yourself again, we start anew.',
    receipt: 'Reference',
    at: 'Erased on',
    events: 'Events',
    browsers: 'Browsers',
    others: 'Other records',
  },
  unknown: {
    title: 'This link does not work',
    text: 'It probably did not come along whole, or your data was erased already.',
  },
  failed: {
    title: 'That did not work',
    text: 'Nothing has changed yet. Try again in a few seconds.',
    again: 'Try again',
  },
};
