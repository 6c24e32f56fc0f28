const PERMISSIONS = 'permissions are not checked on this machine; tests of the stack check them';
const TOPICS = 'only alarms use topics, and this machine has none';
const ALARMS = 'this machine has no metrics, so no alarms';
const SIGN_IN = 'the sign-in of this machine has its own page';
const DOMAIN = 'the API is served at localhost';

/** Resource types that the twin accepts and does not run, with the reason. */
export const inertTypes: Record<string, string> = {
  'AWS::IAM::Role': PERMISSIONS,
  'AWS::IAM::Policy': PERMISSIONS,
  'AWS::IAM::ManagedPolicy': PERMISSIONS,
  'AWS::Lambda::Permission': PERMISSIONS,
  'AWS::SQS::QueuePolicy': PERMISSIONS,
  'AWS::SNS::TopicPolicy': PERMISSIONS,
  'AWS::Events::EventBusPolicy': PERMISSIONS,
  'AWS::SecretsManager::ResourcePolicy': PERMISSIONS,
  'AWS::KMS::Key': 'data on this machine is not encrypted',
  'AWS::KMS::Alias': 'data on this machine is not encrypted',
  'AWS::Logs::LogGroup': 'logs of functions stay in memory; errors are printed',
  'AWS::Logs::MetricFilter': 'this machine has no metrics',
  'AWS::Logs::QueryDefinition': 'this machine has no log console',
  'AWS::CloudWatch::Alarm': ALARMS,
  'AWS::CloudWatch::CompositeAlarm': ALARMS,
  'AWS::CloudWatch::Dashboard': 'this machine has no metrics',
  'AWS::SNS::Topic': TOPICS,
  'AWS::SNS::Subscription': TOPICS,
  'AWS::SES::EmailIdentity': 'every sender may send on this machine: no mail leaves it',
  'AWS::Cognito::UserPoolDomain': SIGN_IN,
  'AWS::Cognito::ManagedLoginBranding': SIGN_IN,
  'AWS::Budgets::Budget': 'this machine sends no bill',
  'AWS::CertificateManager::Certificate': 'this machine is served over plain HTTP',
  'AWS::ApiGatewayV2::DomainName': DOMAIN,
  'AWS::ApiGatewayV2::ApiMapping': DOMAIN,
  'AWS::Route53::RecordSet': DOMAIN,
  'AWS::Scheduler::ScheduleGroup': 'schedules need no group on this machine',
  'AWS::CDK::Metadata': 'says which CDK version made the template',
};
