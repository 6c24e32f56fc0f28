export const en = {
  alsoIn: 'This mail in another language:',
  subject: 'Subject',
  subjectHint: 'At most 50 characters: phones cut off more.',
  preheader: 'Preheader',
  preheaderHint: 'What an inbox shows behind the subject: 30 to 110 characters.',
  reason: 'Why somebody gets it',
  reasonHint: 'The rest of the sentence “Why you get this mail: …”.',
  characters: (count: number) => `Now ${count}.`,
  pictures: 'Pictures, in a new tab',
  body: 'Text',
  bodyHint:
    'Markdown: # a heading, **bold**, [words](address), a link in a paragraph of its own is a button. {{ firstName | default: "there" }} is a name.',
  look: 'How it looks on a phone',
  show: { light: 'Show as typed', dark: 'In the dark' },
  notShown: 'The mail can be shown once its mistakes are put right.',
  facts: 'Size, links and hints',
  links: (count: number): string => (count === 1 ? '1 link' : `${count} links`),
  elsewhere: 'At a desk, light and dark',
  asSaved: 'As it was saved last.',
  hints: {
    spam: (word: string) => `Spam filters do not like “${word}”.`,
    shouts: 'The subject shouts: write it without capitals and exclamation marks.',
    manyLinks: (count: number) => `${count} links are many: readers then choose none.`,
  },
  unknownLead: 'There is no lead with this id, or you may not see it.',
  test: {
    send: 'Send me a test',
    hint: 'The mail as it is typed, filled in for this person, to your own address. Its links about permission change nothing.',
    sent: (address: string) => `The test was sent to ${address}. What you typed is still here.`,
    refused: 'The test was not sent: mail cannot be sent now. What you typed is still here; try again later.',
    unclear:
      'It is not certain that the test was sent. What you typed is still here; look in your inbox before you try again.',
    'too-many':
      'The test was not sent: you have had ten this hour. From the next whole hour you can send more.',
    broken: 'The test was not sent: put the mistakes in the mail right first.',
  },
  another: 'Another mail',
  name: 'Name of the mail',
  nameHint: 'Small letters and dashes, such as webinar-thanks. It begins with an example in each language.',
  add: 'Make a mail',
  taken: 'This name is taken, or cannot be used. Choose small letters, digits and dashes.',
};

export type MailEditorWords = typeof en;
