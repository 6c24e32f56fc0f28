export type FormWords = typeof en;

export const en = {
  email: 'E-mail address',
  optional: 'optional',
  known: 'Good to see you again: we have your e-mail address.',
  stranger: 'Are you somebody else?',
  bait: 'Leave this field empty',
  mistake: 'Error',
  summary: 'Please look at this again',
  notStored: 'That did not work',
  tryAgain: 'Your answers have not reached us yet. They are still here: try again in a few seconds.',
  sendAgainLater: 'This has not been stored yet. Send it again in a few seconds, with the same key.',
  unavailable: 'This page is not available right now. Try again in a few seconds.',
  sendAgain: 'Send again',
  checking: 'One moment: this browser shows that it is no robot. You need not do anything.',
  noForm: 'There is no such form',
  noFormText: 'Perhaps its address has changed. You can find everything on our website.',
  toWebsite: 'To the website',
  /** The same for everybody: a stranger must not learn what became of mail to an address. */
  noMail:
    'No mail from us within ten minutes, and none in your spam folder? Then the address may be mistyped, or may have refused our mail before. Give another address, or send the form again tomorrow: we then try once more.',
  /** What is wrong with an answer, and what would be right. */
  errors: {
    'missing-email': 'Fill in your e-mail address.',
    'missing-permission': 'Tick this box: without your permission we may not send you anything.',
    missing: 'We need this. Please fill it in.',
    'no-address': 'This is not an e-mail address. Write it like name@company.com.',
    'not-mailable':
      'We cannot mail this address: before the @ it may hold only letters from a to z, digits and signs such as . and -. Please give another address.',
    'no-number': 'Fill in a whole number without a comma, such as 1200, or a range, such as 51-200.',
    'no-phone-number': 'Fill in a phone number, such as +44 20 7946 0123.',
    'no-text': 'Fill in one text here.',
    'too-long': (max: number) => `This is too long. There is room for ${max} characters.`,
  },
  /** What is wrong with a whole request. */
  refusals: {
    unreadable: 'We cannot read this.',
    'too-large': 'This is too large: a form holds 100 KB.',
    'wrong-type':
      'Send a form as application/x-www-form-urlencoded, multipart/form-data or application/json.',
    'wrong-encoding':
      'We cannot read these letters: send the form in UTF-8, or name its encoding in a field _charset_.',
  },
};
