import type { SupportedType } from './supported-type.ts';

const tableProperties = [
  ...['TableName', 'AttributeDefinitions', 'KeySchema', 'BillingMode', 'GlobalSecondaryIndexes'],
  ...['StreamSpecification', 'TimeToLiveSpecification'],
];
const names = ['Tags', 'Description'] as const;

/** The services that functions call, and those that call them. */
export const services: Record<string, SupportedType> = {
  'AWS::DynamoDB::Table': {
    runs: tableProperties,
    leaves: [
      'ContributorInsightsSpecification',
      'DeletionProtectionEnabled',
      'OnDemandThroughput',
      'PointInTimeRecoverySpecification',
      'SSESpecification',
      'TableClass',
      'Tags',
    ],
  },
  'AWS::DynamoDB::GlobalTable': {
    runs: tableProperties,
    leaves: ['Replicas', 'SSESpecification', 'WriteOnDemandThroughputSettings', 'WarmThroughput'],
  },
  'AWS::SQS::Queue': {
    runs: [
      'QueueName',
      'VisibilityTimeout',
      'MessageRetentionPeriod',
      'DelaySeconds',
      'ReceiveMessageWaitTimeSeconds',
      'RedrivePolicy',
    ],
    leaves: ['KmsMasterKeyId', 'RedriveAllowPolicy', 'SqsManagedSseEnabled', 'Tags'],
  },
  'AWS::Events::EventBus': { runs: ['Name'], leaves: ['KmsKeyIdentifier', 'LogConfig', ...names] },
  'AWS::Events::Rule': {
    runs: ['Name', 'EventBusName', 'EventPattern', 'ScheduleExpression', 'State', 'Targets'],
    leaves: ['RoleArn', ...names],
    nested: { 'Targets[]': ['Id', 'Arn', 'Input', 'RetryPolicy', 'DeadLetterConfig'] },
  },
  'AWS::Scheduler::Schedule': {
    runs: [
      'Name',
      'ScheduleExpression',
      'ScheduleExpressionTimezone',
      'State',
      'Target',
      'FlexibleTimeWindow',
    ],
    leaves: ['GroupName', 'KmsKeyArn', ...names],
    nested: { Target: ['Arn', 'RoleArn', 'Input', 'RetryPolicy', 'DeadLetterConfig'] },
  },
  'AWS::SecretsManager::Secret': {
    runs: ['Name', 'SecretString', 'GenerateSecretString'],
    leaves: ['KmsKeyId', 'ReplicaRegions', ...names],
  },
  'AWS::SES::ConfigurationSetEventDestination': {
    runs: ['ConfigurationSetName', 'EventDestination'],
    // CloudWatch would only count.
    nested: {
      EventDestination: [
        'Name',
        'Enabled',
        'MatchingEventTypes',
        'EventBridgeDestination',
        'CloudWatchDestination',
      ],
    },
  },
  'AWS::SES::ConfigurationSet': {
    runs: ['Name'],
    leaves: [
      'DeliveryOptions',
      'ReputationOptions',
      'SendingOptions',
      'SuppressionOptions',
      'TrackingOptions',
      'VdmOptions',
      'Tags',
    ],
  },
};
