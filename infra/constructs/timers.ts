import * as iam from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { SweepOrder } from '../../shared/contract/sweep.ts';
import { DUE_SHARDS, type Sweeper } from '../../shared/contract/table.ts';
import type { Functions } from './functions.ts';

/** Wakes the functions that do what is due: one schedule for each shard, every minute. */
export class Timers extends Construct {
  constructor(scope: Construct, id: string, { functions: { all } }: { functions: Functions }) {
    super(scope, id);
    const sweepers = Object.entries(DUE_SHARDS) as [Sweeper, number][];
    // The next run makes up for one that fails or is late.
    all.timers.configureAsyncInvoke({ maxEventAge: Duration.minutes(1), retryAttempts: 0 });
    const role = this.role(sweepers.map(([name]) => all[name].functionArn)).withoutPolicyUpdates();
    for (const [name, shards] of sweepers) {
      for (let shard = 0; shard < shards; shard++) {
        const order: SweepOrder = { shard };
        new Schedule(this, `${name}${shard}`, {
          description: `Lets ${name} do what is due in its shard ${shard}`,
          schedule: ScheduleExpression.rate(Duration.minutes(1)),
          target: new LambdaInvoke(all[name], {
            input: ScheduleTargetInput.fromObject(order),
            role,
            maxEventAge: Duration.minutes(1),
            retryAttempts: 0,
          }),
        });
      }
    }
  }

  private role(resources: string[]): iam.Role {
    const invoke = new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources });
    return new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com'),
      inlinePolicies: { Permissions: new iam.PolicyDocument({ statements: [invoke] }) },
    });
  }
}
