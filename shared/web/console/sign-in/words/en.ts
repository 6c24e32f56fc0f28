export const en = {
  titles: {
    again: 'Signing in did not work',
    unverified: 'Your address is not confirmed',
    unlisted: 'You have no access yet',
    left: 'You are signed out',
    back: 'You are signed in',
  },
  texts: {
    again: 'It took too long, or this page was opened a second time. Start again.',
    unverified:
      'The service where you signed in does not say that the e-mail address is yours. Confirm your address there, then start again.',
    unlisted:
      'You signed in, but nobody has given your address access to this console. Ask one of these people:',
    left: 'Nobody can open the console in this browser without signing in again.',
    back: 'Close this tab, go back to the page with what you typed, and send it again.',
  },
  start: 'Sign in',
  other: 'Sign in with another address',
  ended: 'Your session has ended',
  endedMore:
    'What you typed is kept on this page. Sign in in another tab, come back here, and send it again.',
  beside: 'Sign in in another tab',
  send: 'Send again',
  files: 'Files cannot be kept: choose them again after signing in.',
};

export type SignInWords = typeof en;
