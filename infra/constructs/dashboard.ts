import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Alarms } from './alarms/alarms.ts';
import type { Edge } from './edge.ts';
import type { Functions } from './functions.ts';
import type { Queues } from './queues.ts';
import type { Store } from './store.ts';

interface Props {
  name: string;
  edge: Edge;
  store: Store;
  queues: Queues;
  functions: Functions;
  alarms: Alarms;
}

/** The flow on one page, from requests on the left to sales on the right, with the alarms on top. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, { name, edge, store, queues, functions, alarms }: Props) {
    super(scope, id);
    const all = Object.values(functions.all);
    const { track, forms, score, relay, enrol, notify, webhooks, timers, feedback } = functions.all;
    new cloudwatch.Dashboard(this, 'Page', {
      dashboardName: name,
      widgets: [
        [new cloudwatch.AlarmStatusWidget({ title: 'Alarms', width: 24, alarms: [...alarms.all] })],
        [
          graph('Requests', [edge.api.metricCount(), edge.api.metricServerError()]),
          graph('Visits and forms', [track.metricInvocations(), forms.metricInvocations()]),
          graph('Scored and announced', [score.metricInvocations(), relay.metricInvocations()]),
          graph('Notices to sales, and sweeps for them', [notify.metricInvocations(), notify.metricErrors()]),
        ],
        [
          graph('Mail', [mailed('Send'), mailed('Delivery')]),
          graph('Mail that came back', [mailed('Bounce'), mailed('Complaint')]),
          graph(
            'Sweeps (ms)',
            [timers, enrol, notify, webhooks].map((each) => each.metricDuration({ statistic: 'Maximum' })),
          ),
          graph('Reports on mail', [feedback.metricInvocations(), feedback.metricErrors()]),
        ],
        [
          graph('Time to answer', [edge.api.metricLatency({ statistic: 'p95' })]),
          graph('Behind the table (ms)', [iteratorAge(score), iteratorAge(relay)]),
          graph('Waiting', [depth(queues.late)]),
          graph('Dead letters', Object.values(queues.deadLetters).map(depth)),
        ],
        [
          graph('Read units', [store.table.metricConsumedReadCapacityUnits()]),
          graph('Write units', [store.table.metricConsumedWriteCapacityUnits()]),
          graph(
            'Errors',
            all.map((each) => each.metricErrors()),
          ),
          graph(
            'Duration (p95)',
            all.map((each) => each.metricDuration({ statistic: 'p95' })),
          ),
        ],
      ],
    });
  }
}

/** Counts all mail of the account, including mail to sales. */
function mailed(metricName: 'Send' | 'Delivery' | 'Bounce' | 'Complaint'): cloudwatch.Metric {
  return new cloudwatch.Metric({ namespace: 'AWS/SES', metricName, statistic: 'Sum' });
}

function graph(title: string, left: cloudwatch.IMetric[]): cloudwatch.GraphWidget {
  return new cloudwatch.GraphWidget({ title, left, width: 6 });
}

function iteratorAge(reader: LambdaFunction): cloudwatch.Metric {
  return reader.metric('IteratorAge', { statistic: 'Maximum' });
}

function depth(queue: Queues['late']): cloudwatch.Metric {
  return queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' });
}
