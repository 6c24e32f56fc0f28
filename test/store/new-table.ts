import { randomBytes, randomUUID } from 'node:crypto';
import type { LeadId, VisitorId } from '../../shared/domain/identity/ids.ts';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { awsTable } from '../../shared/store/aws-table.ts';
import type { Table } from '../../shared/store/table.ts';
import { testTable } from './endpoint.ts';

/** An empty table as most functions reach it, in dynalite or in the DynamoDB that the conformance run names. */
export async function newTable(): Promise<Table> {
  const { tableName, config } = await testTable();
  return awsTable(tableName, dynamoDbCall(config));
}

export const someLead = () => randomBytes(16).toString('base64url') as LeadId;
export const someVisitor = () => `visitor-${randomUUID()}` as VisitorId;
