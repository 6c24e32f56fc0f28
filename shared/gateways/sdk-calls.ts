import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { ATTEMPTS, type AwsCall, CONNECTIONS, TIMEOUT_MS } from './aws-call.ts';

/**
 * Pauses between attempts are the SDK's: up to 3 seconds in all when throttled. A call that succeeds late is
 * cheaper than a batch that starts again, and for the page of a hand-over better than an error.
 */
const settings = {
  maxAttempts: ATTEMPTS,
  requestHandler: {
    // Counts the wait for a free connection too.
    connectionTimeout: 2 * TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    httpAgent: { maxSockets: CONNECTIONS },
    httpsAgent: { maxSockets: CONNECTIONS },
  },
};

const dynamoDbCommands: Record<string, unknown> = {
  PutItem: PutItemCommand,
  GetItem: GetItemCommand,
  UpdateItem: UpdateItemCommand,
  DeleteItem: DeleteItemCommand,
  Query: QueryCommand,
  BatchGetItem: BatchGetItemCommand,
  BatchWriteItem: BatchWriteItemCommand,
};

/** Calls DynamoDB through the SDK. Make it once per process. */
export function dynamoDbCall(config: DynamoDBClientConfig = {}): AwsCall {
  // Loaded at the start, where Lambda gives a whole processor: each of these functions needs the table at once.
  const client = new DynamoDBClient({ ...settings, ...config });
  return (operation, input) => {
    const Command = dynamoDbCommands[operation] as new (input: object) => GetItemCommand;
    return client.send(new Command(input));
  };
}
