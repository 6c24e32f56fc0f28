import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import { DUE_SHARDS, type Sweeper } from '../../../shared/contract/table.ts';
import type { Functions } from '../functions.ts';
import type { AlarmProps } from './alarm.ts';
import { countLines } from './counted-lines.ts';

const period = Duration.minutes(5);
const sweepers = Object.keys(DUE_SHARDS) as Sweeper[];

/** Alarms about jobs and the mail that some of them send, from the logs of the functions that do them. */
export function jobAlarms(namespace: string, { all }: Functions): AlarmProps[] {
  const lines = (name: string, like: string, by: readonly Sweeper[]) =>
    countLines(
      by.map((each) => all[each].logGroup),
      { name, namespace, like: `{ ${like} }` },
    );
  return [
    {
      heading: 'Sales is told late',
      means: 'Mail or Slack has not taken a notice to sales for ten minutes; it is tried for three days.',
      metric: lines('NoticesLate', '$.message = "notice-late"', ['notify']),
    },
    {
      heading: 'A channel refuses',
      means: 'Slack or mail takes no notice to sales until a person mends it; sales has the other at best.',
      metric: lines('NoticesRefused', '$.message = "notice-refused"', ['notify']),
    },
    {
      heading: 'Webhooks do not arrive',
      means: 'Another system has not heard for hours of what happened to leads.',
      // After five tries, two and a half hours, it will hardly recover by itself.
      metric: lines('WebhooksNotTaken', '($.message = "job-failed") && ($.tries > 4)', ['webhooks']),
    },
    {
      heading: 'What is due is not done',
      means: 'Mails, expired points or issues of the newsletter come late.',
      metric: lines('JobsFailed', '($.message = "job-failed") && ($.tries > 3)', ['timers', 'enrol']),
    },
    {
      heading: 'Jobs were given up',
      means: 'Something was tried as long as it made sense and is not tried any more: a person has to look.',
      metric: lines('JobsGivenUp', '$.message = "job-given-up"', sweepers),
    },
    {
      heading: 'Sweeps fail',
      means: 'Nothing that is due is done: mails come late, and sales is not told.',
      metric: new MathExpression({
        expression: ['lines', ...sweepers].map((each) => `FILL(${each}, 0)`).join(' + '),
        usingMetrics: {
          lines: lines('SweepsFailed', '$.message = "sweep-failed"', sweepers),
          ...Object.fromEntries(sweepers.map((each) => [each, all[each].metricErrors({ period })])),
        },
        label: 'Sweeps that failed',
        period,
      }),
      periods: 2,
    },
    {
      heading: 'Marketing mail is held back',
      means: 'Too much mail bounces or is called spam: only what people ask for is sent.',
      metric: lines('MarketingHeldBack', '$.message = "marketing-held-back"', ['timers', 'enrol']),
    },
    {
      heading: 'Requested mail is held back',
      means: 'Strangers asked for too much mail, or gave invented addresses: what they ask for comes late.',
      metric: lines('RequestsHeldBack', '$.message = "requests-held-back"', ['timers', 'enrol']),
    },
    {
      heading: 'Mail may not be sent',
      means: 'The mail service does not let us send: nobody gets mail, not even what they asked for.',
      metric: lines('MailNotAllowed', '$.message = "mail-not-allowed"', ['timers', 'enrol']),
    },
    {
      heading: 'Mail is refused',
      means: 'Some people do not get a mail, because the mail service does not take it.',
      metric: lines('MailRefused', '$.message = "mail-refused"', ['timers', 'enrol']),
      above: 4,
    },
  ];
}
