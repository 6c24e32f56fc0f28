import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Operation, type Table } from 'aws-cdk-lib/aws-dynamodb';
import { Duration } from 'aws-cdk-lib/core';
import type { Mail } from '../mail.ts';
import type { Store } from '../store.ts';
import type { AlarmProps } from './alarm.ts';

const period = Duration.minutes(5);

/** Alarms about the database and the mail service. */
export function supplierAlarms({ table }: Store, mail: Mail): AlarmProps[] {
  return [
    {
      heading: 'The table refuses',
      means: 'There is more to read or write than the table takes: events come late, pages are slow.',
      metric: throttles(table),
      periods: 2,
    },
    {
      heading: 'The table fails',
      means: 'The database itself has trouble: events come late, and dossiers and the API may not answer.',
      metric: table.metricSystemErrorsForOperations({
        operations: [Operation.PUT_ITEM, Operation.UPDATE_ITEM, Operation.GET_ITEM, Operation.QUERY],
        period,
      }),
      periods: 2,
    },
    {
      heading: 'Mail bounces',
      means: 'More than 3 % of the mail does not arrive; AWS stops all our mail when this goes on.',
      metric: reputation(mail, 'BounceRate'),
      above: 0.03,
    },
    {
      heading: 'Mail is called spam',
      means: 'More than 1 in 1,000 receivers reports our mail; AWS stops all our mail when this goes on.',
      metric: reputation(mail, 'ComplaintRate'),
      above: 0.001,
    },
  ];
}

function throttles(table: Table): MathExpression {
  const events = (metricName: string) => table.metric(metricName, { period, statistic: 'Sum' });
  return new MathExpression({
    expression: 'FILL(reads, 0) + FILL(writes, 0)',
    usingMetrics: { reads: events('ReadThrottleEvents'), writes: events('WriteThrottleEvents') },
    label: 'Throttled reads and writes',
    period,
  });
}

function reputation({ configurationSet }: Mail, rate: 'BounceRate' | 'ComplaintRate'): Metric {
  return new Metric({
    namespace: 'AWS/SES',
    metricName: `Reputation.${rate}`,
    dimensionsMap: { 'ses:configuration-set': configurationSet.configurationSetName },
    statistic: 'Maximum',
    period: Duration.hours(1),
  });
}
