import type { SupportedType } from './supported-type.ts';

const names = ['Tags', 'Description'] as const;

/** The services that functions call, and those that call them. */
export const services: Record<string, SupportedType> = {
  'AWS::DynamoDB::Table': {
    runs: [
      ...['TableName', 'AttributeDefinitions', 'KeySchema', 'BillingMode', 'GlobalSecondaryIndexes'],
      ...['StreamSpecification', 'TimeToLiveSpecification'],
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
  'AWS::SQS::Queue': {
    runs: ['QueueName', 'VisibilityTimeout', 'MessageRetentionPeriod', 'RedrivePolicy'],
    leaves: ['KmsMasterKeyId', 'RedriveAllowPolicy', 'SqsManagedSseEnabled', 'Tags'],
  },
  'AWS::Events::EventBus': { runs: ['Name'], leaves: ['KmsKeyIdentifier', 'LogConfig', ...names] },
  'AWS::Events::Rule': {
    runs: ['Name', 'EventBusName', 'EventPattern', 'State', 'Targets'],
    leaves: ['RoleArn', ...names],
    nested: { 'Targets[]': ['Id', 'Arn', 'RetryPolicy', 'DeadLetterConfig'] },
  },
  'AWS::Scheduler::Schedule': {
    runs: ['Name', 'ScheduleExpression', 'State', 'Target'],
    // A rate knows no time zone.
    leaves: ['FlexibleTimeWindow', 'GroupName', 'KmsKeyArn', 'ScheduleExpressionTimezone', ...names],
    nested: { Target: ['Arn', 'RoleArn', 'Input', 'RetryPolicy', 'DeadLetterConfig'] },
  },
  'AWS::SecretsManager::Secret': {
    runs: ['Name', 'GenerateSecretString'],
    leaves: ['KmsKeyId', 'ReplicaRegions', ...names],
    nested: { GenerateSecretString: ['ExcludePunctuation', 'PasswordLength'] },
  },
  'AWS::Cognito::UserPool': {
    runs: ['UserPoolName'],
    // The sign-in of this machine takes everybody at their word and sends no codes.
    leaves: [
      ...['AccountRecoverySetting', 'AdminCreateUserConfig', 'AutoVerifiedAttributes', 'Policies'],
      ...['EmailConfiguration', 'EmailVerificationMessage', 'EmailVerificationSubject'],
      ...['SmsVerificationMessage', 'VerificationMessageTemplate', 'UserPoolTier'],
      ...['UsernameAttributes', 'UsernameConfiguration', 'WebAuthnUserVerification'],
    ],
  },
  'AWS::Cognito::UserPoolClient': {
    runs: ['ClientName', 'UserPoolId', 'CallbackURLs', 'AllowedOAuthFlows', 'GenerateSecret'],
    leaves: [
      ...['AllowedOAuthFlowsUserPoolClient', 'AllowedOAuthScopes', 'SupportedIdentityProviders'],
      ...['AccessTokenValidity', 'IdTokenValidity', 'RefreshTokenValidity', 'TokenValidityUnits'],
      ...['AuthSessionValidity', 'ExplicitAuthFlows', 'EnableTokenRevocation'],
      'PreventUserExistenceErrors',
    ],
  },
  'AWS::Cognito::UserPoolUser': {
    runs: ['UserPoolId', 'Username', 'UserAttributes'],
    leaves: ['MessageAction'],
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
