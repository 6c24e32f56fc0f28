import { ourCompany } from '../../../our-company.ts';

export const pricing = {
  title: 'A price you can calculate yourself',
  description:
    'You pay for leads that we follow, not for seats. Everybody in marketing and sales can join in.',
  month: 'a month',
  plans: [
    {
      name: 'Start',
      price: '€ 90',
      for: 'For a team that wants to agree on what a good lead is.',
      points: ['Up to 500 leads', 'One playbook', 'Messages by mail', 'Help by mail, within a working day'],
      action: 'Talk about Start',
    },
    {
      name: 'Grow',
      price: '€ 290',
      for: 'For marketing and sales that work from the same list.',
      points: [
        'Up to 5,000 leads',
        'Messages by mail and in Slack',
        'Sequences in several languages',
        'A session every quarter to sharpen the points',
      ],
      action: 'Talk about Grow',
      best: 'Chosen most often',
    },
    {
      name: 'Own',
      price: 'On request',
      for: 'For organisations that keep their data in their own cloud.',
      points: [
        'Unlimited leads',
        'In your own AWS account',
        'Connected to your CRM',
        'Help with the roll-out',
      ],
      action: 'Talk about Own',
    },
  ],
  questions: {
    title: 'Questions we hear often',
    list: [
      {
        title: 'What counts as a lead?',
        text: 'Somebody who left direct contact data, belongs to your target group, wants to know more and gave permission to be followed up. Anonymous visitors and bare addresses are free.',
      },
      {
        title: 'Can we try it first?',
        text: `Yes. Walk through the demo, or run ${ourCompany.name} beside your present tools for thirty days. You pay nothing if you stop within that time.`,
      },
      {
        title: 'Do we need a developer?',
        text: 'For one hour: to put a script on your website and point your forms to us. After that, marketing edits the playbook.',
      },
      {
        title: 'What happens to our data when we leave?',
        text: 'You take it with you, in files you can open, and we erase the rest. You get a receipt.',
      },
    ],
  },
};
