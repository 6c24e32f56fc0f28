import type { AbTestReportWords } from './en.ts';

export const nl: AbTestReportWords = {
  title: 'Tests van varianten',
  meaning:
    'Iedereen in een test krijgt één variant, door het lot. Wat machines doen telt nooit mee, en wie geen toestemming voor volgen gaf, doet alleen mee in een test van overdrachten. Het ware aandeel van een variant ligt met 95% zekerheid tussen de twee percentages.',
  columns: {
    variant: 'Variant',
    recipients: 'Bezorgd',
    share: 'Aandeel tussen',
    best: 'Kans dat dit de beste is',
  },
  measures: { opened: 'Geopend', clicked: 'Geklikt', 'handed-over': 'Overgedragen' },
  between: (low, high) => `${low} – ${high}`,
  chosen: '(gaat door)',
  running: (moment) =>
    `Loopt nog: op ${moment} wordt er gekeken. Tot het besluit kunnen deze getallen toeval zijn.`,
  ended: 'Geëindigd zonder besluit: het playbook heeft deze test niet meer.',
  better: (moment, variant, probability) =>
    `Besloten op ${moment}: “${variant}” gaat door, want die is met een kans van ${probability} de beste.`,
  noDifference: (moment, certainty) =>
    `Besloten op ${moment}: geen verschil gezien met een zekerheid van ${certainty}, dus gaat de eerste naar de rest.`,
  needed: (needed, from, to) =>
    `Om een gewoon verschil te zien, zoals ${from} tegen ${to}, moet elke variant naar ${needed} mensen.`,
};
