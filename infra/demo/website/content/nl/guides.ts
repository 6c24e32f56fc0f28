import type { guides as en } from '../en/guides.ts';
import { fit } from './guides/fit.tsx';
import { handover } from './guides/handover.tsx';
import { nurture } from './guides/nurture.tsx';
import { permission } from './guides/permission.tsx';
import { readiness } from './guides/readiness.tsx';
import { scoring } from './guides/scoring.tsx';

export const guides: typeof en = {
  title: 'Gidsen',
  description: 'Zes korte stukken over de leads die sales wil bellen. Neem er een bij je koffie.',
  minutes: 'minuten lezen',
  more: 'Lees verder:',
  offer: {
    title: 'Alles in één gids',
    text: 'Van websitebezoek naar goed gesprek: de hele methode, met het puntensysteem om samen in te vullen.',
  },
  list: [fit, readiness, scoring, handover, nurture, permission],
};
