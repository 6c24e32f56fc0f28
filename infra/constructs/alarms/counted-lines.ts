import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Duration } from 'aws-cdk-lib/core';

interface Lines {
  /** What is counted, as the name of the metric. */
  name: string;
  namespace: string;
  /** A pattern of CloudWatch Logs for JSON. */
  like: string;
}

/** How many lines of the log look like this, in each five minutes. */
export function countLines(log: ILogGroup, { name, namespace, like }: Lines): Metric {
  const filter = log.addMetricFilter(name, {
    filterPattern: FilterPattern.literal(like),
    metricNamespace: namespace,
    metricName: name,
    metricValue: '1',
  });
  return filter.metric({ statistic: 'Sum', period: Duration.minutes(5) });
}
