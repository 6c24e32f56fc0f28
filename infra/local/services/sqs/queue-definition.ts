import type { Resource } from '../../template/resource.ts';

/** A queue of the template; times in seconds. */
export interface QueueDefinition {
  name: string;
  url: string;
  arn: string;
  visibilityTimeout: number;
  redrive: { deadLetterArn: string; maxReceiveCount: number } | undefined;
}

export const isQueue = (resource: Resource): boolean => resource.type === 'AWS::SQS::Queue';

/** Reads a queue of the template. */
export function queueDefinition({ properties, ref: url, arn }: Resource): QueueDefinition {
  const { RedrivePolicy: redrive } = properties;
  return {
    name: new URL(url).pathname.split('/').pop() ?? url,
    url,
    arn,
    visibilityTimeout: Number(properties.VisibilityTimeout ?? 30),
    redrive: redrive && {
      deadLetterArn: redrive.deadLetterTargetArn,
      maxReceiveCount: Number(redrive.maxReceiveCount),
    },
  };
}
