import { readArticle } from '../article.ts';
export const whitepaper = {
  title: 'From a website visit to a good conversation',
  description:
    'The guide for marketing and sales who want the same leads: when a lead is ready, how to measure it, and what to say then.',
  inside: {
    title: 'What is inside',
    list: [
      'The four proofs that make a name a lead',
      'A points system on one page, to fill in together',
      'The agreement between marketing and sales, as an example',
      'The first sentence of the call, written out',
    ],
  },
  button: 'Download the guide',
  permission:
    'Yes, mail me the guide, then a tip about leads and sales each week for six weeks, and one now and then after that. One click in any mail unsubscribes me.',
  after: {
    title: 'What you get',
    list: [
      'The guide: on this website at once, and in your mail within a minute.',
      'A tip each week for six weeks, if you tick the box and confirm it in that mail.',
      'Peace, as soon as you want it. One click in any mail unsubscribes you.',
    ],
  },
  cover: 'From a website visit to a good conversation',
  thanks: {
    title: 'Thank you, here it is',
    description:
      'You can read the guide right away, and it comes to you by mail. Did you tick the tips? Then confirm that with the button in that mail, unless you have done so before.',
    read: 'Read the guide now',
    next: 'Read on',
  },
  read: readArticle('en/whitepaper'),
};
