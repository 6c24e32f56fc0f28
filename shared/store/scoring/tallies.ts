import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { LeadId } from '../../domain/identity/ids.ts';
import type { Bucket } from '../../domain/scoring/running-score.ts';
import { leadKey } from '../keys.ts';
import type { Table } from '../table.ts';

/** Which tally: of a lead, under one version of the playbook, of one day or of the whole window. */
export interface TallyOf {
  lead: LeadId;
  playbook: number;
  scope: Bucket;
}

/**
 * Adds marks to a tally and answers with all it holds. A set knows no order and no repetition, and DynamoDB
 * adds to it without a read: whoever adds last sees the marks of all.
 * @param expiresAt seconds since 1970 when the tally may be forgotten
 */
export async function addMarks(
  table: Table,
  { lead, playbook, scope }: TallyOf,
  marks: ReadonlySet<string>,
  expiresAt: number,
): Promise<Set<string>> {
  const { Attributes } = await table.call('UpdateItem', {
    TableName: table.name,
    Key: marshall({ PK: leadKey(lead), SK: `D#${playbook}#${scope}` }),
    UpdateExpression: 'ADD marks :marks SET expiresAt = :expiresAt',
    ExpressionAttributeValues: marshall({ ':marks': marks, ':expiresAt': expiresAt }),
    ReturnValues: 'ALL_NEW',
  });
  return unmarshall(Attributes ?? {}).marks as Set<string>;
}
