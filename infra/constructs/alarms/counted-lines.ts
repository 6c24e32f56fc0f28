import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Duration } from 'aws-cdk-lib/core';

interface Lines {
  /** Name of the metric. */
  name: string;
  namespace: string;
  /** A JSON filter pattern of CloudWatch Logs. */
  like: string;
}

/** The number of matching lines per five minutes, in all these logs together. */
export function countLines(logs: readonly ILogGroup[], { name, namespace, like }: Lines): Metric {
  for (const log of logs) {
    log.addMetricFilter(name, {
      filterPattern: FilterPattern.literal(like),
      metricNamespace: namespace,
      metricName: name,
      metricValue: '1',
    });
  }
  return new Metric({ namespace, metricName: name, statistic: 'Sum', period: Duration.minutes(5) });
}
