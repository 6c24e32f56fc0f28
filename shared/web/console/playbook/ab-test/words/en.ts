export const en = {
  none: 'Test another subject or mail',
  noneIntro:
    'Some people get a variant; what it leads to is compared with the mail as it is, and the choice goes to the others.',
  begin: 'Begin a test',
  title: (name: string) => `Test: ${name}`,
  remove: 'the test',
  name: 'Permanent name',
  nameHint: 'It decides who gets which variant: a new test gets a new name.',
  measure: 'What is compared',
  measures: { opened: 'opened', clicked: 'clicked', 'handed-over': 'handed over to sales' },
  share: 'Share that takes part',
  shareHint: '0.2 is 20 %. Empty: everybody.',
  within: 'A hand-over counts within',
  withinHint: 'Empty: 14 days after the mail.',
  certainty: 'How certain it has to be',
  certaintyHint: '0.95 is 95 %, which is usual.',
  decide: 'Decided',
  decides: { after: 'So long after the first mail', on: 'On a day', recipients: 'Once so many got one' },
  instead: {
    after: 'Decide after a time',
    on: 'Decide on a day',
    recipients: 'Decide after so many people',
  },
  variants: 'Besides the mail as it is',
  variant: (number: number) => `variant ${number}`,
  variantName: 'Name of the variant',
  subject: 'Other subject',
  mail: 'Other mail',
  addSubject: 'Other subject',
  addMail: 'Other mail',
  needs: (from: string, to: string, each: string, all: string) =>
    `To see a usual difference, such as ${from} against ${to}, it takes ${each} people for each variant, ${all} together.`,
  takes: (people: string) => `At most ${people} take part, if it were sent now.`,
  tooFew: (people: string) =>
    `At most ${people} take part, if it were sent now: too few. Most probably the mail as it is will go to the rest.`,
};

export type AbTestWords = typeof en;
