import { randomBytes, randomUUID } from 'node:crypto';
import type { LeadId, VisitorId } from '../../shared/domain/identity/ids.ts';
import type { Table } from '../../shared/store/table.ts';
import { testTable } from './endpoint.ts';
import { sdkTable } from './sdk-table.ts';

/** An empty table, in dynalite or in the DynamoDB that the conformance run names. */
export async function newTable(): Promise<Table> {
  const { tableName, client } = await testTable();
  return sdkTable(tableName, client);
}

export const someLead = () => randomBytes(16).toString('base64url') as LeadId;
export const someVisitor = () => `visitor-${randomUUID()}` as VisitorId;
