export const en = {
  title: 'New',
  aGuide: 'A guide with its form and mails',
  aMail: 'A mail',
  toWrite: 'Still to write',
  left: (count: number): string => (count === 1 ? '1 text to write' : `${count} texts to write`),
  guide: {
    title: 'A new guide',
    intro:
      'You get drafts of everything at once, in each language: the form, the mail that sends the guide and asks to confirm the permission, the mails that follow, and the sequence that sends them. Nothing is live until it is published.',
    titleFor: (form: string) => `What answers the form ${form}`,
    introFor:
      'You get drafts in each language: the mail that answers the form and asks to confirm the permission, the mails that follow, and the sequence that sends them. The form stays as it is.',
    called: 'Title of the guide',
    name: 'Short name',
    nameHint:
      'For addresses, such as checklist: the form is then at /f/checklist. Leave it empty to make it of the English title. It cannot be changed later.',
    nameHintFor:
      'The sequence is called so, and the names of its mails begin with it. It cannot be changed later.',
    mails: 'How many mails follow',
    mailsHint: 'After the one that sends the guide: 0 to 12.',
    days: 'Days from one to the next',
    daysHint: '1 to 60.',
    subject: 'What they are about',
    subjectHint: 'The permission promises mail about this, and about nothing else.',
    button: 'Make the drafts',
    wrong: {
      title: 'Write a title in each language: at most 100 characters, without brackets, * and `.',
      name: 'Choose a short name: at most 30 small letters, digits and dashes, and a letter first.',
      mails: 'Choose a whole number from 0 to 12.',
      days: 'Choose a whole number from 1 to 60.',
      subject: 'Choose one of the subjects.',
      taken: (where: string) => `This name is taken: there is ${where}. Choose another one.`,
    },
    takenIn: { 'forms.yaml': 'a form that is called so', 'sequences.yaml': 'a sequence that is called so' },
    unreadable: (file: string) => `Nothing was made: ${file} has a mistake that has to be put right first.`,
  },
  steps: {
    made: 'The drafts are there, without a mistake. Now write them in your own words, in this order.',
    intro: (form: string) =>
      `What belongs to the form ${form}, and which texts are still those that it began with.`,
    form: 'The form',
    answer: 'The mail that answers it',
    after: (delay: string) => `The mail after ${delay}`,
    sequence: (name: string) => `The sequence ${name}: which mail is sent when`,
    none: 'Nothing answers this form yet.',
    add: 'Make what answers it',
    done: 'written',
    change: 'See or change it',
    home: (link: string) => `The link “${link}” still leads to the home page.`,
    last: 'Test and publish',
    lastMore: 'Send yourself a test of each mail, with the button beside it. Then publish.',
    publish: 'To publishing',
    all: 'All files',
  },
  confirm: {
    none: 'Nothing answers this form yet. It needs a mail with the button to confirm, and the sequence that sends it.',
    make: 'Save, and make what answers it',
    noMail: 'A sequence answers this form, but none of its mails is sent at once (“requested”):',
    noButton: 'The mail that answers this form needs the button to confirm:',
  },
  asks: 'It has the button with which people confirm their permission',
  asksHint: 'For the mail that answers a form.',
  unwritten: (count: number) =>
    count === 1
      ? 'One text is still the one that it began with. It would be published so.'
      : `${count} texts are still those that they began with. They would be published so.`,
  startingText: 'text it began with',
};

export type NewWords = typeof en;
