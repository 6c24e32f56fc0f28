import type { PreviewWords } from './en.ts';

export const nl: PreviewWords = {
  title: 'Een mail voordat hij weggaat',
  intro:
    'Gemaakt van de bestanden in shared/playbook zoals ze nu zijn. Verander er een en laad deze pagina opnieuw om te zien wat mensen zouden krijgen.',
  back: 'Startpagina',
  choose: 'Wat je wilt zien',
  mail: 'Mail',
  locale: 'Taal van de mail',
  locales: { nl: 'Nederlands', en: 'Engels' },
  lead: 'Voor wie',
  example: 'Noor, die nog niet bevestigd heeft',
  nobody: 'een onbekende',
  show: 'Toon',
  mistakes: 'Dit moet eerst beter',
  mistakesHint: 'Uit npm run playbook:check:',
  inbox: 'In het postvak',
  subject: 'Onderwerp',
  preheader: 'Preheader',
  size: 'Grootte',
  sizeHint: 'aan HTML; Gmail kapt af wat boven de 102 KB komt',
  html: 'De mail',
  frames: {
    phone: { light: 'Op een telefoon, licht', dark: 'Op een telefoon, donker' },
    desk: { light: 'Op een computer, licht', dark: 'Op een computer, donker' },
  },
  text: 'Als platte tekst',
};
