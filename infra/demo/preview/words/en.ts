import type { Language } from '../../../../shared/domain/language.ts';

export type PreviewWords = typeof en;

export const en = {
  language: 'en' as Language,
  other: { code: 'nl' as Language, label: 'Nederlands' },
  title: 'A mail before it is sent',
  intro:
    'Made of the files in shared/playbook as they are now: change one, load this page again, and see what people would get.',
  back: 'Start page',
  choose: 'What to show',
  mail: 'Mail',
  locale: 'Language of the mail',
  locales: { nl: 'Dutch', en: 'English' },
  lead: 'For whom',
  example: 'Noor, who did not confirm yet',
  nobody: 'somebody of whom nothing is known',
  show: 'Show',
  mistakes: 'This is to be mended first',
  mistakesHint: 'As npm run playbook:check tells it:',
  inbox: 'In the inbox',
  subject: 'Subject',
  preheader: 'Preheader',
  size: 'Size',
  sizeHint: 'of HTML; Gmail cuts off what is above 102 KB',
  html: 'The mail',
  frames: {
    phone: { light: 'On a phone, in the light', dark: 'On a phone, in the dark' },
    desk: { light: 'At a desk, in the light', dark: 'At a desk, in the dark' },
  },
  text: 'As plain text',
};
