import { fit } from './guides/fit.tsx';
import { handover } from './guides/handover.tsx';
import { nurture } from './guides/nurture.tsx';
import { permission } from './guides/permission.tsx';
import { readiness } from './guides/readiness.tsx';
import { scoring } from './guides/scoring.tsx';

export const guides = {
  title: 'Guides',
  description: 'Six short reads about finding the leads that sales wants to call. Take one with your coffee.',
  minutes: 'minutes to read',
  more: 'Read on:',
  offer: {
    title: 'All of it in one guide',
    text: 'From a website visit to a good conversation: the whole method, with the points system to fill in together.',
  },
  list: [fit, readiness, scoring, handover, nurture, permission],
};
