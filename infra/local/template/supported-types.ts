/** What the twin runs of a resource type: the properties it honours, and those it knowingly leaves alone. */
export interface SupportedType {
  runs: readonly string[];
  /** Properties without effect on this machine. */
  leaves?: readonly string[];
  /** The members that are run of a nested property; `[]` stands for each item of a list. */
  nested?: Record<string, readonly string[]>;
}

const names = ['Tags', 'Description'] as const;

/** Every resource type that the twin runs. A property that is not listed is refused by name. */
export const supportedTypes: Record<string, SupportedType> = {
  'AWS::Lambda::Function': {
    runs: [
      'Code',
      'Handler',
      'Runtime',
      'Environment',
      'FunctionName',
      'MemorySize',
      'Timeout',
      'ReservedConcurrentExecutions',
      'DeadLetterConfig',
    ],
    leaves: ['Role', 'Architectures', 'LoggingConfig', 'TracingConfig', 'RecursiveLoop', ...names],
    nested: { Code: ['S3Bucket', 'S3Key'] },
  },
  'AWS::Lambda::EventInvokeConfig': {
    runs: [
      'FunctionName',
      'Qualifier',
      'MaximumRetryAttempts',
      'MaximumEventAgeInSeconds',
      'DestinationConfig',
    ],
    nested: { DestinationConfig: ['OnFailure'] },
  },
  'AWS::Lambda::EventSourceMapping': {
    runs: [
      'BatchSize',
      'BisectBatchOnFunctionError',
      'DestinationConfig',
      'Enabled',
      'EventSourceArn',
      'FilterCriteria',
      'FunctionName',
      'FunctionResponseTypes',
      'MaximumBatchingWindowInSeconds',
      'MaximumRecordAgeInSeconds',
      'MaximumRetryAttempts',
      'ParallelizationFactor',
      'ScalingConfig',
      'StartingPosition',
    ],
    leaves: ['MetricsConfig', ...names],
    nested: { DestinationConfig: ['OnFailure'], ScalingConfig: ['MaximumConcurrency'] },
  },
  'AWS::ApiGatewayV2::Api': {
    runs: ['Name', 'ProtocolType', 'CorsConfiguration', 'DisableExecuteApiEndpoint'],
    leaves: names,
    nested: {
      CorsConfiguration: [
        'AllowCredentials',
        'AllowHeaders',
        'AllowMethods',
        'AllowOrigins',
        'ExposeHeaders',
        'MaxAge',
      ],
    },
  },
  'AWS::ApiGatewayV2::Route': { runs: ['ApiId', 'RouteKey', 'Target', 'AuthorizationType'] },
  'AWS::ApiGatewayV2::Integration': {
    runs: [
      'ApiId',
      'IntegrationType',
      'IntegrationUri',
      'IntegrationMethod',
      'PayloadFormatVersion',
      'TimeoutInMillis',
    ],
    leaves: names,
  },
  'AWS::ApiGatewayV2::Stage': {
    runs: ['ApiId', 'StageName', 'AutoDeploy'],
    // Throttling protects an account against a bill; one machine has none, and benchmarks need it out of the way.
    leaves: ['AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings', ...names],
  },
  'AWS::DynamoDB::Table': {
    runs: [
      'TableName',
      'AttributeDefinitions',
      'KeySchema',
      'BillingMode',
      'GlobalSecondaryIndexes',
      'StreamSpecification',
      'TimeToLiveSpecification',
    ],
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
    runs: [
      'TableName',
      'AttributeDefinitions',
      'KeySchema',
      'BillingMode',
      'GlobalSecondaryIndexes',
      'StreamSpecification',
      'TimeToLiveSpecification',
    ],
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

/** Custom resources are run by invoking their function, whatever properties they carry. */
export function isCustomResource(type: string): boolean {
  return type === 'AWS::CloudFormation::CustomResource' || type.startsWith('Custom::');
}
