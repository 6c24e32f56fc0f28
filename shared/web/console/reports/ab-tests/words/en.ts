export const en = {
  title: 'Tests of variants',
  meaning:
    'Each person in a test gets one variant, by chance. What machines do never counts, and whoever gave no consent for tracking takes part only in a test of hand-overs. The true share of a variant lies between its two percentages with a certainty of 95%.',
  columns: {
    variant: 'Variant',
    recipients: 'Delivered',
    share: 'Share between',
    best: 'Probability of being the best',
  },
  measures: { opened: 'Opened', clicked: 'Clicked', 'handed-over': 'Handed over' },
  between: (low: string, high: string) => `${low} – ${high}`,
  chosen: '(goes on)',
  running: (moment: string) =>
    `Still going on: it is looked at on ${moment}. Until it is decided, these numbers may be chance.`,
  ended: 'Ended without a decision: the playbook has this test no longer.',
  better: (moment: string, variant: string, probability: string) =>
    `Decided on ${moment}: “${variant}” goes on, as it is the best with a probability of ${probability}.`,
  noDifference: (moment: string, certainty: string) =>
    `Decided on ${moment}: no difference seen with a certainty of ${certainty}, so the first goes to the rest.`,
  needed: (needed: string, from: string, to: string) =>
    `To see a usual difference, such as ${from} against ${to}, each variant has to go to ${needed} people.`,
};

export type AbTestReportWords = typeof en;
