import type { Resource } from '../../template/resource.ts';
import type { Sqs } from './sqs.ts';

/** A message in a dead-letter queue or an on-failure destination. */
export interface DeadLetter {
  queue: string;
  body: string;
  at: string;
}

/** ARNs of the dead-letter queues and on-failure destinations. */
function deadLetterArns(resources: readonly Resource[]): ReadonlySet<string> {
  const arns = resources.flatMap(({ properties }) => [
    properties?.RedrivePolicy?.deadLetterTargetArn,
    properties?.DestinationConfig?.OnFailure?.Destination,
    properties?.Target?.DeadLetterConfig?.Arn,
    // biome-ignore lint/suspicious/noExplicitAny: a property of the template
    ...[properties?.Targets ?? []].flat().map((target: any) => target?.DeadLetterConfig?.Arn),
  ]);
  return new Set(arns.filter((arn) => typeof arn === 'string'));
}

/** The messages of all dead-letter queues, queue by queue, oldest first. */
export function deadLetters(resources: readonly Resource[], sqs: Sqs): DeadLetter[] {
  const arns = deadLetterArns(resources);
  return [...sqs.queues.values()]
    .filter((queue) => arns.has(queue.arn))
    .flatMap((queue) =>
      sqs.messages.all(queue.arn).map((message) => ({
        queue: queue.name,
        body: message.body,
        at: new Date(message.sentAt).toISOString(),
      })),
    );
}
