import type { Resource } from '../context.ts';
import { unknownProperties } from '../unknown-properties.ts';

/** A queue of the template; times in seconds. */
export interface QueueDefinition {
  name: string;
  url: string;
  arn: string;
  delay: number;
  visibilityTimeout: number;
  redrive: { deadLetterArn: string; maxReceiveCount: number } | undefined;
}

const supported = ['QueueName', 'DelaySeconds', 'VisibilityTimeout', 'RedrivePolicy'];
/** Properties that change nothing about what a function sees. */
const inert = [
  'KmsDataKeyReusePeriodSeconds',
  'KmsMasterKeyId',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'ReceiveMessageWaitTimeSeconds',
  'RedriveAllowPolicy',
  'SqsManagedSseEnabled',
  'Tags',
];

export const isQueue = (resource: Resource): boolean => resource.type === 'AWS::SQS::Queue';

/** What of this queue the twin cannot run. */
export function queueProblems(resource: Resource): string[] {
  return unknownProperties(resource, [...supported, ...inert]);
}

/** Reads a queue of the template. */
export function queueDefinition({ properties, ref: url, arn }: Resource): QueueDefinition {
  const { RedrivePolicy: redrive } = properties;
  return {
    name: new URL(url).pathname.split('/').pop() ?? url,
    url,
    arn,
    delay: Number(properties.DelaySeconds ?? 0),
    visibilityTimeout: Number(properties.VisibilityTimeout ?? 30),
    redrive: redrive && {
      deadLetterArn: redrive.deadLetterTargetArn,
      maxReceiveCount: Number(redrive.maxReceiveCount),
    },
  };
}
