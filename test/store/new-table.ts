import { randomBytes, randomUUID } from 'node:crypto';
import type { LeadId, VisitorId } from '../../shared/domain/identity/ids.ts';
import { CONNECTIONS } from '../../shared/gateways/aws-call.ts';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { signedCall } from '../../shared/gateways/signed-call.ts';
import { awsTable } from '../../shared/store/aws-table.ts';
import type { Table } from '../../shared/store/table.ts';
import { testTable } from './endpoint.ts';

/** A DynamoDB on a busy machine takes longer than one in AWS, above all for hundreds of writes at once. */
const PATIENCE_MS = 60_000;

/** An empty table as most functions reach it, in dynalite or in the DynamoDB that the conformance run names. */
export async function newTable(): Promise<Table> {
  const { tableName, config } = await testTable();
  const agent = { maxSockets: CONNECTIONS };
  const patience = { connectionTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS, httpAgent: agent };
  return awsTable(tableName, dynamoDbCall({ ...config, requestHandler: patience }));
}

/** An empty table as `track`, `forms` and `preferences` reach it, with far less load than through the SDK. */
export async function newSignedTable(): Promise<Table> {
  const { tableName, config } = await testTable();
  const { accessKeyId, secretAccessKey } = config.credentials;
  const env = {
    AWS_ENDPOINT_URL: config.endpoint,
    AWS_REGION: config.region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
  };
  return awsTable(tableName, signedCall('dynamodb', env, { timeoutMs: PATIENCE_MS }));
}

export const someLead = () => randomBytes(16).toString('base64url') as LeadId;
export const someVisitor = () => `visitor-${randomUUID()}` as VisitorId;
