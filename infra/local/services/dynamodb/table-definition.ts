import type { Resource } from '../../template/resource.ts';
import type { Item } from './item-size.ts';

export interface Index {
  name: string;
  keys: string[];
  /** Attributes in the index; undefined means all. */
  projected: Set<string> | undefined;
}

/** A table of the template. */
export interface TableDefinition {
  name: string;
  arn: string;
  /** Partition key, then the sort key if any. */
  keys: string[];
  keyTypes: Record<string, string>;
  indexes: Index[];
  streamView: string | undefined;
  streamArn: string;
  ttl: string | undefined;
  /** Input of CreateTable. */
  creation: Record<string, unknown>;
}

export const isTable = (resource: Resource): boolean => resource.type === 'AWS::DynamoDB::Table';

/** Reads a table of the template. */
export function tableDefinition(resource: Resource): TableDefinition {
  const { properties, ref: name, arn, attributes } = resource;
  const stream = properties.StreamSpecification;
  const ttl = properties.TimeToLiveSpecification;
  const keys = keyNames(properties.KeySchema);
  const types: { AttributeName: string; AttributeType: string }[] = properties.AttributeDefinitions;
  return {
    name,
    arn,
    keys,
    keyTypes: Object.fromEntries(types.map((type) => [type.AttributeName, type.AttributeType])),
    // biome-ignore lint/suspicious/noExplicitAny: a property of the template
    indexes: (properties.GlobalSecondaryIndexes ?? []).map((index: any) => readIndex(index, keys)),
    streamView: stream?.StreamViewType,
    streamArn: attributes?.StreamArn ?? `${arn}/stream/twin`,
    ttl: ttl?.Enabled === true || ttl?.Enabled === 'true' ? ttl.AttributeName : undefined,
    creation: {
      TableName: name,
      AttributeDefinitions: types,
      KeySchema: properties.KeySchema,
      BillingMode: 'PAY_PER_REQUEST',
      ...(properties.GlobalSecondaryIndexes && {
        // biome-ignore lint/suspicious/noExplicitAny: a property of the template
        GlobalSecondaryIndexes: properties.GlobalSecondaryIndexes.map((index: any) => ({
          IndexName: index.IndexName,
          KeySchema: index.KeySchema,
          Projection: index.Projection,
        })),
      }),
    },
  };
}

/** The key of an item. */
export function keyOf(table: TableDefinition, item: Item): Item {
  return Object.fromEntries(table.keys.map((name) => [name, item[name] ?? {}]));
}

// biome-ignore lint/suspicious/noExplicitAny: a property of the template
function readIndex(index: any, tableKeys: string[]): Index {
  const keys = keyNames(index.KeySchema);
  const { ProjectionType: type, NonKeyAttributes: others = [] } = index.Projection;
  return {
    name: index.IndexName,
    keys,
    projected: type === 'ALL' ? undefined : new Set([...tableKeys, ...keys, ...others]),
  };
}

function keyNames(schema: { AttributeName: string; KeyType: string }[]): string[] {
  return [...schema]
    .sort((a, b) => (a.KeyType === 'HASH' ? -1 : b.KeyType === 'HASH' ? 1 : 0))
    .map((key) => key.AttributeName);
}
