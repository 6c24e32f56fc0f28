import { ourCompany } from '../../../our-company.ts';

export const product = {
  title: 'Everything between a visit and a conversation',
  description: `${ourCompany.name} follows interest with permission, scores it in a way everybody can check, and hands leads over at the right moment.`,
  parts: [
    {
      title: 'Interest, followed with permission',
      text: 'A script of two kilobytes does the work. Until somebody agrees it keeps nothing, sends nothing and recognises nobody.',
      points: [
        'No cookies, and no third party looking over your shoulder',
        'Global Privacy Control is an answer, not a suggestion',
        'What people agreed to is kept with the words, the page and the time',
      ],
    },
    {
      title: 'A score that explains itself',
      text: 'No black box. Every point has a reason that you can read aloud in a meeting with sales.',
      points: [
        'You decide what a page, a form or a mail is worth',
        'The same page counts once a day, however often it is opened',
        'Try new points on old leads before they count',
      ],
    },
    {
      title: 'A hand-over with an answer',
      text: 'Sales gets one message for each lead, by mail or in Slack, with the dossier. They accept, or give it back and say why.',
      points: [
        'Whoever raises a hand goes to the front, whatever the score',
        'Without an answer, a reminder follows after a day, and the manager hears after two',
        'A lead that came back needs new activity before it returns',
      ],
    },
    {
      title: 'Nurture for everybody else',
      text: 'Most visitors are not ready, and that is fine. They get what they asked for, and a useful mail now and then.',
      points: [
        'A guide that fits what somebody is reading',
        'It stops at once on unsubscribing, and when sales takes over',
        'Each form asks one thing more, never the same thing twice',
      ],
    },
  ],
  ledger: {
    caption: 'Why this lead has 23 points',
    columns: ['When', 'What', 'Points'],
    rows: [
      ['2 March', 'Whitepaper requested', 2],
      ['2 March', 'Guide about fit read', 2],
      ['9 March', 'Link in a mail clicked', 2],
      ['9 March', 'Guide about scoring read', 2],
      ['16 March', 'Six steps of the demo completed', 12],
      ['16 March', 'Pricing read', 3],
    ] satisfies [string, string, number][],
    total: 'Total',
  },
};
