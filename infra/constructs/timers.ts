import * as iam from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { DUE_SHARDS } from '../../shared/contract/table.ts';
import type { TimersInput } from '../../shared/contract/timers.ts';

/** Runs what is due: one schedule for each shard, every minute. */
export class Timers extends Construct {
  constructor(scope: Construct, id: string, { timers }: { timers: LambdaFunction }) {
    super(scope, id);
    // The next run makes up for one that fails or is late.
    timers.configureAsyncInvoke({ maxEventAge: Duration.minutes(1), retryAttempts: 0 });
    const role = this.role(timers).withoutPolicyUpdates();
    for (let shard = 0; shard < DUE_SHARDS; shard++) {
      const input: TimersInput = { shard };
      new Schedule(this, `Shard${shard}`, {
        description: `Does what is due in shard ${shard}`,
        schedule: ScheduleExpression.rate(Duration.minutes(1)),
        target: new LambdaInvoke(timers, {
          input: ScheduleTargetInput.fromObject(input),
          role,
          maxEventAge: Duration.minutes(1),
          retryAttempts: 0,
        }),
      });
    }
  }

  private role(timers: LambdaFunction): iam.Role {
    const invoke = new iam.PolicyStatement({
      actions: ['lambda:InvokeFunction'],
      resources: [timers.functionArn],
    });
    return new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com'),
      inlinePolicies: { Permissions: new iam.PolicyDocument({ statements: [invoke] }) },
    });
  }
}
