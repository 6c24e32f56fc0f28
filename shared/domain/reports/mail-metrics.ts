import { END_REASONS, type EndReason } from '../nurture/enrolment/enrolment.ts';

/**
 * What is counted of mails, each at most once for a mail to one person. `softBounced`: refused for now; `refused`: never
 * left, or refused for its content; `raisedHand`: its reader asked for a call within a week after a click in it;
 * `handedOver`: its reader was handed over so long after it as the test says for which it counts.
 */
export const MAIL_METRICS = [
  ...(['sent', 'delivered', 'hardBounced', 'softBounced', 'refused', 'complained'] as const),
  ...(['opened', 'openedByMachine', 'clicked', 'clickedByMachine'] as const),
  ...(['unsubscribed', 'raisedHand', 'handedOver'] as const),
] as const;
export type MailMetric = (typeof MAIL_METRICS)[number];

/** What SES reports of a mail. */
export type ReportedMetric = Extract<
  MailMetric,
  'delivered' | 'hardBounced' | 'softBounced' | 'refused' | 'complained'
>;

/** What is counted of those who began a sequence. */
export type SequenceMetric = 'began' | 'finished' | `left.${EndReason}`;
export const SEQUENCE_METRICS: readonly SequenceMetric[] = [
  'began',
  'finished',
  ...END_REASONS.map((why) => `left.${why}` as const),
];
