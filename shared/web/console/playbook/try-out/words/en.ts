import type { Noun } from '../../../../language.ts';

export const en = {
  title: 'What would this do?',
  back: 'Back to the playbook',
  open: 'What would this do?',
  busy: 'Looking at the leads. This takes some seconds.',
  again: 'Look again',
  all: (leads: string) =>
    `If you published the draft now, this would change for the ${leads} there are. All of them were looked at.`,
  some: (sampled: string, leads: string) =>
    `If you published the draft now, this would change for the ${leads} there are. ${sampled} of them were looked at, chosen by chance: each number is an estimate, and the true one lies between the two beside it with 95 % certainty.`,
  leads: { one: 'lead', other: 'leads' } as Noun,
  nothing: 'Nothing would change for anybody: no score, no fit, no hand-over and no mail of the coming week.',
  changed: (count: string) => `Something would change for ${count}.`,
  between: (low: string, high: string) => `${low} to ${high}`,
  sales: {
    title: 'Sales',
    'handed-over': (reason: string) => `would be handed over at once: ${reason}`,
    reasons: {
      threshold: 'they reach the threshold',
      'hand-raiser': 'they asked to talk',
      stalled: 'they have been warm for long',
    },
    crosses:
      'would cross the threshold, but not be handed over: sales has them, or they do not fit or gave no permission',
    'falls-back': 'would fall below the threshold; what was handed over stays with sales',
    none: 'Nobody would be handed over, and nobody would fall below the threshold.',
  },
  fit: {
    title: 'Fit',
    change: (from: string, to: string) => `fit: ${from} → ${to}`,
    fits: { good: 'good', bad: 'bad', unknown: 'not known' },
    none: 'The fit of nobody would change.',
  },
  band: {
    title: 'Bands',
    change: (from: string, to: string) => `band: ${from} → ${to}`,
    bands: { newsletter: 'newsletter', guides: 'guides', ads: 'ads', call: 'call' },
    none: 'Nobody would move to another band.',
  },
  mails: {
    title: 'Mails of the coming week',
    intro: (until: string) => `Until ${until}, if nobody does anything meanwhile.`,
    'mail-more': (mail: string, sequence: string) => `would get ${mail} (${sequence})`,
    'mail-less': (mail: string, sequence: string) => `would not get ${mail} (${sequence})`,
    newsletter: 'newsletter or one-time mail',
    none: 'The same mails would go out as without the draft.',
  },
  examples: {
    title: 'Examples',
    hidden: (count: string) => `${count} whom you may not see are left out.`,
    none: 'You may not see the leads that change.',
  },
  unread: (count: string) =>
    `${count} did too much to be read again: they were judged by the score they have.`,
  cost: (units: string, seconds: string) => `This took ${units} and ${seconds} s. Nothing was changed.`,
  units: { one: 'read unit', other: 'read units' } as Noun,
  failed: 'The answer did not come in time. Nothing was changed: try again.',
  mistakes: 'The draft has mistakes. Put them right first:',
  moreMistakes: (count: number) => `And ${count} more.`,
  notListed: 'The list of leads is being made, as after a first deployment. Try again in some minutes.',
  unpublished: 'No playbook with its files was published yet. Deploy once, and a draft can be tried here.',
};

export type TryOutWords = typeof en;
