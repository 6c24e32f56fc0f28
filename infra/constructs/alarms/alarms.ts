import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Settings } from '../../settings.ts';
import type { Edge } from '../edge.ts';
import type { Functions } from '../functions.ts';
import type { Mail } from '../mail.ts';
import type { Queues } from '../queues.ts';
import type { Store } from '../store.ts';
import { RunbookAlarm } from './alarm.ts';
import { flowAlarms } from './flow-alarms.ts';
import { requestAlarms } from './request-alarms.ts';
import { supplierAlarms } from './supplier-alarms.ts';

interface Props {
  settings: Settings;
  edge: Edge;
  store: Store;
  queues: Queues;
  mail: Mail;
  functions: Functions;
}

/** All alarms; they send e-mail. Each has a heading in `infra/runbook.md`. */
export class Alarms extends Construct {
  readonly all: readonly RunbookAlarm[];

  constructor(scope: Construct, id: string, { settings, edge, store, queues, mail, functions }: Props) {
    super(scope, id);
    const topic = new Topic(this, 'Topic', { topicName: `${settings.stackName}-alarms`, enforceSSL: true });
    // `enforceSSL` replaces the default policy, under which the account's alarms may publish.
    topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'));
    topic.addSubscription(new EmailSubscription(settings.alarmEmail));
    this.all = [
      ...requestAlarms(settings.stackName, edge, functions),
      ...flowAlarms(settings.stackName, queues, functions),
      ...supplierAlarms(store, mail),
    ].map((props) => new RunbookAlarm(this, settings.stackName, props));
    for (const alarm of this.all) {
      alarm.addAlarmAction(new SnsAction(topic));
      alarm.addOkAction(new SnsAction(topic));
    }
  }
}
