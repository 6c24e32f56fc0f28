import type { SupportedType } from './supported-type.ts';

const names = ['Tags', 'Description'] as const;

/** Functions, their triggers, and the HTTP API. */
export const compute: Record<string, SupportedType> = {
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
    ],
    leaves: ['Role', 'Architectures', 'LoggingConfig', 'TracingConfig', ...names],
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
    // Throttling limits the bill of an account; this machine has no bill, and benchmarks must not be throttled.
    leaves: ['AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings', ...names],
  },
};
