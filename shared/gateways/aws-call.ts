/**
 * Calls an operation of one AWS service.
 * @throws Error with the name that the SDK gives it, such as ConditionalCheckFailedException, after the last attempt.
 */
export type AwsCall = (operation: string, input: object) => Promise<unknown>;

/** Attempts when a call is throttled, fails at AWS or gets no response. */
export const ATTEMPTS = 3;
/** For connecting, and for each silence after that. DynamoDB and SQS respond in milliseconds. */
export const TIMEOUT_MS = 1_500;
/** Open at once, the SDK's default: a Lambda process may open about a thousand files, and a batch can hold more events. */
export const CONNECTIONS = 50;
