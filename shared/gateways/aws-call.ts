/**
 * Calls an operation of one AWS service.
 * @throws Error with the name that the SDK gives it, such as ConditionalCheckFailedException, after the last attempt.
 */
export type AwsCall = (operation: string, input: object) => Promise<unknown>;

/** Attempts of a call that was throttled, failed on the side of AWS, or got no answer. */
export const ATTEMPTS = 3;
/** To connect, and again for each silence afterwards. DynamoDB and SQS answer in milliseconds. */
export const TIMEOUT_MS = 1_500;
/** Open at once, the SDK's default: a Lambda process may open about a thousand files, and a batch can hold more events. */
export const CONNECTIONS = 50;
