import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import { DUE_SHARDS, type Sweeper } from '../../../shared/contract/table.ts';
import type { Functions } from '../functions.ts';
import type { AlarmProps } from './alarm.ts';
import { countLines } from './counted-lines.ts';

const period = Duration.minutes(5);

/** Alarms about jobs, from the logs of the functions that do them. */
export function jobAlarms(namespace: string, { all }: Functions): AlarmProps[] {
  const sweepers = (Object.keys(DUE_SHARDS) as Sweeper[]).map((name) => all[name]);
  const logs = sweepers.map(({ logGroup }) => logGroup);
  const lines = (name: string, like: string, of = logs) => countLines(of, { name, namespace, like });
  return [
    {
      heading: 'Sales is told late',
      means:
        'For ten minutes neither mail nor Slack has taken a notice to sales; it is tried for three days.',
      metric: lines('NoticesLate', '{ $.message = "notice-late" }', [all.notify.logGroup]),
      above: 0,
    },
    {
      heading: 'A channel refuses',
      means: 'Slack or mail takes no notice to sales until a person mends it; sales has the other at best.',
      metric: lines('NoticesRefused', '{ $.message = "notice-refused" }', [all.notify.logGroup]),
      above: 0,
    },
    {
      heading: 'Webhooks do not arrive',
      means: 'Another system has not heard for hours of what happened to leads.',
      // After five tries, two and a half hours, it will hardly recover by itself.
      metric: lines('WebhooksNotTaken', '{ ($.message = "job-failed") && ($.tries > 4) }', [
        all.webhooks.logGroup,
      ]),
      above: 0,
    },
    {
      heading: 'What is due is not done',
      means: 'Mails, expired points or issues of the newsletter come late.',
      metric: lines('JobsFailed', '{ ($.message = "job-failed") && ($.tries > 3) }', [
        all.timers.logGroup,
        all.enrol.logGroup,
      ]),
      above: 0,
    },
    {
      heading: 'Jobs were given up',
      means: 'Something was tried as long as it made sense and is not tried any more: a person has to look.',
      metric: lines('JobsGivenUp', '{ $.message = "job-given-up" }'),
      above: 0,
    },
    {
      heading: 'Sweeps fail',
      means: 'Nothing that is due is done: mails come late, and sales is not told.',
      metric: new MathExpression({
        expression: `FILL(lines, 0) + ${sweepers.map((_, n) => `FILL(errors${n}, 0)`).join(' + ')}`,
        usingMetrics: {
          lines: lines('SweepsFailed', '{ $.message = "sweep-failed" }'),
          ...Object.fromEntries(
            sweepers.map((each, n) => [`errors${n}`, each.metricErrors({ period })] as const),
          ),
        },
        label: 'Sweeps that failed',
        period,
      }),
      above: 0,
      periods: 2,
    },
  ];
}
