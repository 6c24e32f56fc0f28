import { ourCompany } from '../../../our-company.ts';

interface DemoStep {
  id: string;
  title: string;
  text: string;
  action: string;
  /** Terms with their values. */
  detail: [string, string][];
}

export const demo = {
  title: 'See a visit become a call',
  description:
    'Six steps with sample data, about four minutes. Nothing to install and no form in front of it.',
  progress: 'Step',
  done: {
    title: 'That was it',
    text: 'You have seen the way from a visit to an answered call. With your own pages and points it looks different, and that is the idea.',
    action: 'Show me with our own pages',
  },
  threshold: {
    label: 'Call from this many points',
    result: 'From {threshold} points sales calls {ready} of these {all} leads.',
  },
  steps: [
    {
      id: 'tracker',
      title: 'Put one line on your website',
      text: `The script waits for consent. Only then does ${ourCompany.name} know that somebody came back.`,
      action: 'The line is in',
      detail: [
        ['Before consent', 'Nothing kept, nothing sent'],
        ['After consent', 'A random number in the browser'],
        ['After withdrawal', 'Everything gone'],
      ],
    },
    {
      id: 'points',
      title: 'Decide what interest is worth',
      text: 'Somebody who compares prices is closer to a conversation than somebody who reads the news. Say so in points.',
      action: 'These points are right',
      detail: [
        ['Any page', '1 point'],
        ['A guide', '2 points'],
        ['Pricing or demo', '3 points'],
        ['A form', '2 points'],
      ],
    },
    {
      id: 'threshold',
      title: 'Draw the line with sales',
      text: 'A low line gives many calls and few conversations. A high one leaves people waiting. Move it and look.',
      action: 'This is our line',
      detail: [],
    },
    {
      id: 'crossing',
      title: 'Watch somebody cross it',
      text: 'Noor has come back for the third time this week. She opens the pricing page, and that is the last point she needed.',
      action: 'Tell sales',
      detail: [
        ['Monday', '38 points'],
        ['Wednesday', '65 points'],
        ['Today', '81 points: over the line'],
        ['Fit', 'Good: 140 employees, business address'],
      ],
    },
    {
      id: 'dossier',
      title: 'Read what sales reads',
      text: 'The message has everything for a first sentence, and nothing that sales has to look up first.',
      action: 'Call her',
      detail: [
        ['Who', 'Noor de Wit, head of marketing at Acme'],
        ['Why now', 'Finished the demo, then read pricing'],
        ['Asked for', 'Whitepaper, 2 March'],
        ['Read', 'Fit, scoring, hand-over'],
      ],
    },
    {
      id: 'answer',
      title: 'Let sales answer',
      text: 'Sales accepts the lead, or gives it back with a reason. Both teach you something about your line.',
      action: 'Accept the lead',
      detail: [
        ['Accept', 'The lead belongs to sales now'],
        ['Not ready', 'Back to nurture, until something new happens'],
        ['Bad fit', 'The profile needs a closer look'],
      ],
    },
  ] satisfies DemoStep[],
};
