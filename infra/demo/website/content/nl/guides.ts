import { readGuides } from '../article.ts';
import type { guides as en } from '../en/guides.ts';

export const guides: typeof en = {
  title: 'Gidsen',
  description: 'Zes korte stukken over de leads die sales wil bellen. Neem er een bij je koffie.',
  minutes: 'minuten lezen',
  more: 'Lees verder:',
  offer: {
    title: 'Alles in één gids',
    text: 'Van websitebezoek naar goed gesprek: de hele methode, met het puntensysteem om samen in te vullen.',
  },
  list: readGuides('nl'),
};
