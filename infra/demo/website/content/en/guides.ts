import { readGuides } from '../article.ts';

export const guides = {
  title: 'Guides',
  description: 'Six short reads about finding the leads that sales wants to call. Take one with your coffee.',
  minutes: 'minutes to read',
  more: 'Read on:',
  offer: {
    title: 'All of it in one guide',
    text: 'From a website visit to a good conversation: the whole method, with the points system to fill in together.',
  },
  list: readGuides('en'),
};
