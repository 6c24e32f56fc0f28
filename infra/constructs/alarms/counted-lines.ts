import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Duration } from 'aws-cdk-lib/core';

interface Lines {
  /** Name of the metric. */
  name: string;
  namespace: string;
  /** A JSON filter pattern of CloudWatch Logs. */
  like: string;
}

/** The number of matching log lines per five minutes. */
export function countLines(log: ILogGroup, { name, namespace, like }: Lines): Metric {
  const filter = log.addMetricFilter(name, {
    filterPattern: FilterPattern.literal(like),
    metricNamespace: namespace,
    metricName: name,
    metricValue: '1',
  });
  return filter.metric({ statistic: 'Sum', period: Duration.minutes(5) });
}
