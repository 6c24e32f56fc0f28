import type { PreviewWords } from './en.ts';

export const nl: PreviewWords = {
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
