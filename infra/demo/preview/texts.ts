const en = {
  language: 'en',
  other: { code: 'nl', label: 'Nederlands' },
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

type PreviewTexts = typeof en;

const nl: PreviewTexts = {
  language: 'nl',
  other: { code: 'en', label: 'English' },
  title: 'Een mail voordat hij weggaat',
  intro:
    'Gemaakt van de bestanden in shared/playbook zoals ze nu zijn: verander er een, laad deze pagina opnieuw en zie wat mensen zouden krijgen.',
  back: 'Startpagina',
  choose: 'Wat je wilt zien',
  mail: 'Mail',
  locale: 'Taal van de mail',
  locales: { nl: 'Nederlands', en: 'Engels' },
  lead: 'Voor wie',
  example: 'Noor, die nog niet bevestigd heeft',
  nobody: 'iemand van wie niets bekend is',
  show: 'Toon',
  mistakes: 'Dit moet eerst beter',
  mistakesHint: 'Zoals npm run playbook:check het vertelt:',
  inbox: 'In het postvak',
  subject: 'Onderwerp',
  preheader: 'Preheader',
  size: 'Grootte',
  sizeHint: 'aan HTML; Gmail kapt af wat boven de 102 KB komt',
  html: 'De mail',
  frames: {
    phone: { light: 'Op een telefoon, in het licht', dark: 'Op een telefoon, in het donker' },
    desk: { light: 'Aan een bureau, in het licht', dark: 'Aan een bureau, in het donker' },
  },
  text: 'Als platte tekst',
};

export type { PreviewTexts };

/** The words of the preview in the language of the start page. */
export function previewTexts(language: string): PreviewTexts {
  return language === 'nl' ? nl : en;
}
