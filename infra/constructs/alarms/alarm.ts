import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

/** An alarm. It cannot be declared without saying what it means for people. */
export interface AlarmProps {
  /** The heading in `infra/runbook.md` that says what to do. */
  heading: string;
  /** What people notice, in a sentence. */
  means: string;
  metric: cloudwatch.IMetric;
  /** The alarm goes off above this; above none unless given. */
  above?: number;
  /** How many periods in a row; 1 unless given. */
  periods?: number;
}

/** An alarm whose description links to its heading in the runbook. */
export class RunbookAlarm extends cloudwatch.Alarm {
  constructor(
    scope: Construct,
    prefix: string,
    { heading, means, metric, above = 0, periods = 1 }: AlarmProps,
  ) {
    super(scope, heading, {
      alarmName: `${prefix}: ${heading}`,
      alarmDescription: `${means} What to do: infra/runbook.md#${anchor(heading)}`,
      metric,
      threshold: above,
      evaluationPeriods: periods,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
  }
}

function anchor(heading: string): string {
  return heading.toLowerCase().replaceAll(' ', '-');
}
