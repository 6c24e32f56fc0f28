import { readArticle } from '../article.ts';
import type { whitepaper as en } from '../en/whitepaper.ts';

export const whitepaper: typeof en = {
  title: 'Van websitebezoek naar goed gesprek',
  description:
    'De gids voor marketing en sales die dezelfde leads willen: wanneer een lead rijp is, hoe je dat meet en wat je dan zegt.',
  inside: {
    title: 'Wat erin staat',
    list: [
      'De vier bewijzen die van een naam een lead maken',
      'Een puntensysteem op één pagina, om samen in te vullen',
      'De afspraak tussen marketing en sales, als voorbeeld',
      'De eerste zin van het telefoontje, uitgeschreven',
    ],
  },
  button: 'Download de gids',
  permission:
    'Ja, mail mij de gids, daarna zes weken lang elke week een tip over leads en sales, en later nog af en toe. Afmelden kan met één klik, in elke mail.',
  after: {
    title: 'Wat je krijgt',
    list: [
      'De gids: meteen op deze website, en binnen een minuut in je mail.',
      'Zes weken lang elke week een tip, als je dat aanvinkt en in die mail bevestigt.',
      'Rust, zodra je dat wilt. Afmelden kan met één klik, in elke mail.',
    ],
  },
  cover: 'Van bezoek naar een goed gesprek',
  thanks: {
    title: 'Bedankt, hier is hij',
    description:
      'Je kunt de gids meteen lezen, en hij komt naar je mail. Vinkte je de tips aan? Bevestig dat dan met de knop in die mail, als je dat nog niet eerder deed.',
    read: 'Lees de gids nu',
    next: 'Lees verder',
  },
  read: readArticle('nl/whitepaper'),
};
