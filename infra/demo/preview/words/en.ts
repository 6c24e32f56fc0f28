export type PreviewWords = typeof en;

export const en = {
  title: 'A mail before it is sent',
  intro:
    'Made from the files in shared/playbook as they are now. Change one and reload this page to see what people would get.',
  back: 'Start page',
  choose: 'What to show',
  mail: 'Mail',
  locale: 'Language of the mail',
  locales: { nl: 'Dutch', en: 'English' },
  lead: 'Recipient',
  example: 'Noor, who has not confirmed yet',
  nobody: 'somebody unknown',
  show: 'Show',
  mistakes: 'Fix this first',
  mistakesHint: 'From npm run playbook:check:',
  inbox: 'In the inbox',
  subject: 'Subject',
  preheader: 'Preheader',
  size: 'Size',
  sizeHint: 'of HTML; Gmail cuts off what is above 102 KB',
  html: 'The mail',
  frames: {
    phone: { light: 'On a phone, light', dark: 'On a phone, dark' },
    desk: { light: 'On a computer, light', dark: 'On a computer, dark' },
  },
  text: 'As plain text',
};
