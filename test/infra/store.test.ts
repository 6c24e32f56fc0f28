import { describe, expect, it } from 'vitest';
import { table } from '../../shared/contract/table.ts';
import { resources, synthesized } from './synthesized.ts';

const { template } = synthesized();
const [properties] = [...resources(template, 'AWS::DynamoDB::Table').values()];

describe('the table', () => {
  it('outlives the stack and cannot be deleted by accident', () => {
    template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { DeletionProtectionEnabled: true },
    });
  });

  it('can be restored to any moment of the last 35 days', () => {
    expect(properties.PointInTimeRecoverySpecification).toEqual({
      PointInTimeRecoveryEnabled: true,
      RecoveryPeriodInDays: 35,
    });
  });

  it('has the keys, the expiry and the stream of the contract', () => {
    expect(properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: table.partitionKey, KeyType: 'HASH' },
        { AttributeName: table.sortKey, KeyType: 'RANGE' },
      ],
      TimeToLiveSpecification: { AttributeName: table.ttl, Enabled: true },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    });
  });

  it('has exactly the indexes of the contract', () => {
    const indexes = Object.values(table.indexes).map((index) => ({
      IndexName: index.name,
      KeySchema: [
        { AttributeName: index.partitionKey, KeyType: 'HASH' },
        { AttributeName: index.sortKey, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: index.include },
    }));
    expect(properties.GlobalSecondaryIndexes).toEqual(indexes);
  });
});
