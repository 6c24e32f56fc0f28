import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { AlarmProps } from './alarm.ts';
import { countLines } from './counted-lines.ts';

/** After five tries, two and a half hours, it will hardly recover by itself; 410 ends delivery at once. */
const like = '{ (($.message = "webhook-failed") && ($.tries > 4)) || ($.message = "webhook-given-up") }';

/** The alarm about webhooks that receivers do not accept, from the logs of the senders. */
export function webhookAlarm(namespace: string, ...senders: LambdaFunction[]): AlarmProps {
  // One metric, counted in the log of each.
  const [metric] = senders.map(({ logGroup }) =>
    countLines(logGroup, { name: 'WebhooksNotTaken', namespace, like }),
  );
  return {
    heading: 'Webhooks do not arrive',
    means: 'Another system has not heard for hours of what happened to leads.',
    metric: metric as AlarmProps['metric'],
    above: 0,
  };
}
