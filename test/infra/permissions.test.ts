import { describe, expect, it } from 'vitest';
import type { FunctionName } from '../../shared/contract/environment.ts';
import { permissionsOf } from './permission-lines.ts';
import { functionNames, resources, synthesized } from './synthesized.ts';

const { template } = synthesized({
  slackSecret: 'kansrijk/slack',
  webhooks: [{ url: 'https://crm.example.com/hook', secret: 'kansrijk/crm' }],
});

const table = 'on StoreTable';
const stream = [
  'dynamodb:DescribeStream on StoreTable.StreamArn',
  'dynamodb:GetRecords on StoreTable.StreamArn',
  'dynamodb:GetShardIterator on StoreTable.StreamArn',
  'dynamodb:ListStreams on StoreTable.StreamArn',
];
const only = (...partitions: string[]) =>
  ` if ${JSON.stringify({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions } })}`;
const [leads, mails, jobs] = [only('L#*'), only('M#*'), only('JOBS')];
const byDue = 'dynamodb:Query on StoreTable/index/byDue';
const askPlaybook = 'lambda:InvokeFunction on function:Test-playbook';
const asSender = '{"StringEquals":{"ses:FromAddress":"hello@example.com"}}';

const expected: Record<FunctionName, string[]> = {
  track: [
    `dynamodb:GetItem ${table}${mails}`,
    `dynamodb:GetItem ${table}${only('PICTURE#*')}`,
    `dynamodb:PutItem ${table}${only('V#*', 'C#*')}`,
    `dynamodb:UpdateItem ${table}${mails}`,
    'sqs:SendMessage on Queueslate',
  ],
  forms: [
    `dynamodb:GetItem ${table}${only('V#*', 'L#*', 'PLAYBOOK')}`,
    `dynamodb:PutItem ${table}${leads}`,
    'sqs:SendMessage on Queueslate',
  ],
  preferences: [
    `dynamodb:BatchWriteItem ${table}`,
    `dynamodb:GetItem ${table}`,
    `dynamodb:PutItem ${table}`,
    `dynamodb:Query ${table}`,
    `dynamodb:UpdateItem ${table}${only('L#*', 'REPORT#*')}`,
  ],
  replay: [
    `dynamodb:GetItem ${table}${only('V#*', 'L#*')}`,
    `dynamodb:PutItem ${table}${only('V#*', 'L#*')}`,
    `dynamodb:UpdateItem ${table}${mails}`,
    'sqs:DeleteMessage on Queueslate',
    'sqs:GetQueueAttributes on Queueslate',
    'sqs:ReceiveMessage on Queueslate',
  ],
  score: [
    ...stream,
    `dynamodb:BatchWriteItem ${table}${only('L#*', 'F#*', 'H#*')}`,
    `dynamodb:DeleteItem ${table}${only('L#*', 'V#*')}`,
    `dynamodb:GetItem ${table}`,
    `dynamodb:PutItem ${table}`,
    `dynamodb:Query ${table}`,
    `dynamodb:UpdateItem ${table}`,
    'sqs:SendMessage on Queuesscoredeadletters',
  ],
  relay: [
    ...stream,
    `dynamodb:DeleteItem ${table}${leads}`,
    `dynamodb:GetItem ${table}${leads}`,
    `dynamodb:GetItem ${table}${mails}`,
    `dynamodb:GetItem ${table}${jobs}`,
    `dynamodb:GetItem ${table}${only('REPORT#*')}`,
    `dynamodb:PutItem ${table}${leads}`,
    `dynamodb:PutItem ${table}${only('DIRECTORY#LOG')}`,
    `dynamodb:PutItem ${table}${only('REPORT#*')}`,
    `dynamodb:Query ${table}${only('REPORT', 'L#*')}`,
    `dynamodb:UpdateItem ${table}${jobs}`,
    `dynamodb:UpdateItem ${table}${only('REPORT#*')}`,
    'events:PutEvents on Bus',
    'sqs:SendMessage on Queuesrelaydeadletters',
  ],
  webhooks: [
    byDue,
    `dynamodb:GetItem ${table}${leads}`,
    `dynamodb:PutItem ${table}${only('W#*')}`,
    `dynamodb:UpdateItem ${table}${only('W#*')}`,
    'secretsmanager:GetSecretValue on secret:kansrijk/crm-??????',
    'sqs:SendMessage on Queueswebhooksdeadletters',
  ],
  notify: [
    byDue,
    `dynamodb:GetItem ${table}`,
    `dynamodb:PutItem ${table}${only('L#*', 'SALES')}`,
    `dynamodb:Query ${table}`,
    `dynamodb:UpdateItem ${table}${only('L#*', 'SALES')}`,
    'secretsmanager:GetSecretValue on secret:kansrijk/slack-??????',
    `ses:SendRawEmail on configuration-set/MailConfigurationSet if ${asSender}`,
    `ses:SendRawEmail on identity/MailIdentity if ${asSender}`,
    'sqs:SendMessage on Queuesnotifydeadletters',
  ],
  enrol: [
    byDue,
    `dynamodb:DeleteItem ${table}`,
    `dynamodb:GetItem ${table}`,
    `dynamodb:PutItem ${table}`,
    `dynamodb:Query ${table}`,
    `dynamodb:UpdateItem ${table}`,
    'ses:GetSendQuota on *',
    `ses:SendRawEmail on configuration-set/MailConfigurationSet if ${asSender}`,
    `ses:SendRawEmail on identity/MailIdentity if ${asSender}`,
    'sqs:SendMessage on Queuesenroldeadletters',
  ],
  timers: [
    byDue,
    `dynamodb:BatchWriteItem ${table}${only('L#*', 'M#*', 'O#*', 'V#*', 'F#*', 'H#*')}`,
    `dynamodb:DeleteItem ${table}`,
    `dynamodb:GetItem ${table}`,
    `dynamodb:PutItem ${table}`,
    `dynamodb:Query ${table}`,
    'dynamodb:Query on StoreTable/index/byLead',
    'dynamodb:Query on StoreTable/index/byStage',
    `dynamodb:UpdateItem ${table}`,
    'ses:GetSendQuota on *',
    `ses:SendRawEmail on configuration-set/MailConfigurationSet if ${asSender}`,
    `ses:SendRawEmail on identity/MailIdentity if ${asSender}`,
  ],
  feedback: [
    `dynamodb:DeleteItem ${table}${leads}`,
    `dynamodb:GetItem ${table}`,
    `dynamodb:PutItem ${table}`,
    `dynamodb:UpdateItem ${table}`,
    'sqs:SendMessage on Queuesfeedbackdeadletters',
  ],
  handover: [
    `dynamodb:BatchWriteItem ${table}${only('L#*', 'F#*', 'H#*')}`,
    `dynamodb:GetItem ${table}`,
    `dynamodb:PutItem ${table}`,
    `dynamodb:Query ${table}`,
  ],
  console: [
    byDue,
    'cognito-idp:AdminCreateUser on SignInPool',
    'cognito-idp:AdminDeleteUser on SignInPool',
    `dynamodb:BatchGetItem ${table}`,
    `dynamodb:BatchWriteItem ${table}`,
    `dynamodb:DeleteItem ${table}${only('PEOPLE', 'PLAYBOOK#DRAFT')}`,
    `dynamodb:GetItem ${table}`,
    `dynamodb:PutItem ${table}`,
    `dynamodb:Query ${table}`,
    'dynamodb:Query on StoreTable/index/byLead',
    askPlaybook,
    `dynamodb:UpdateItem ${table}${only('KEYS', 'L#*', 'V#*', 'M#*', 'W#*', 'JOBS', 'SALES', 'PEOPLE')}`,
  ],
  api: [
    `dynamodb:BatchGetItem ${table}`,
    `dynamodb:BatchWriteItem ${table}`,
    `dynamodb:DeleteItem ${table}${only('PLAYBOOK#DRAFT')}`,
    `dynamodb:GetItem ${table}`,
    `dynamodb:PutItem ${table}`,
    `dynamodb:Query ${table}`,
    'dynamodb:Query on StoreTable/index/byLead',
    askPlaybook,
    `dynamodb:UpdateItem ${table}${only('L#*', 'KEYS')}`,
  ],
  playbook: [
    ...(['BatchGetItem', 'GetItem', 'Query'] as const).map(
      (action) =>
        `dynamodb:${action} ${table}${only('PLAYBOOK', 'PLAYBOOK#*', 'L#*', 'V#*', 'DIRECTORY', 'DIRECTORY#LOG', 'NEWSLETTER')}`,
    ),
    `dynamodb:GetItem ${table}${only('PICTURE#*')}`,
    'dynamodb:Query on StoreTable/index/byLead',
    `dynamodb:DeleteItem ${table}${only('PLAYBOOK#DRAFT')}`,
    `dynamodb:PutItem ${table}${only('PLAYBOOK', 'PLAYBOOK#FILES', 'JOBS')}`,
    `dynamodb:GetItem ${table}${only('B#*')}`,
    `dynamodb:UpdateItem ${table}${only('JOBS', 'B#*')}`,
    `ses:SendRawEmail on configuration-set/MailConfigurationSet if ${asSender}`,
    `ses:SendRawEmail on identity/MailIdentity if ${asSender}`,
  ],
  publish: [
    `dynamodb:GetItem ${table}${only('PLAYBOOK')}`,
    `dynamodb:PutItem ${table}${only('PLAYBOOK')}`,
    `dynamodb:PutItem ${table}${only('PLAYBOOK#FILES', 'PICTURE#*')}`,
    `dynamodb:PutItem ${table}${jobs}`,
    `dynamodb:UpdateItem ${table}${only('PLAYBOOK')}`,
    `dynamodb:UpdateItem ${table}${jobs}`,
  ],
};

describe.each(functionNames)('the function %s', (name) => {
  it('may do this and nothing else', () => {
    const log = [`logs:CreateLogStream on Functions${name}Log`, `logs:PutLogEvents on Functions${name}Log`];
    expect(permissionsOf(template, name)).toEqual([...expected[name], ...log].sort());
  });
});

describe('a company without Slack and webhooks', () => {
  it.each(['notify', 'webhooks'] as const)('does not let %s read a secret', (name) => {
    expect(permissionsOf(synthesized().template, name).join()).not.toContain('secretsmanager');
  });
});

describe('the roles', () => {
  it('have no other policy', () => {
    template.resourceCountIs('AWS::IAM::Policy', 0);
    for (const role of resources(template, 'AWS::IAM::Role').values()) {
      expect(role.ManagedPolicyArns).toBeUndefined();
      expect(role.Policies).toHaveLength(1);
    }
  });
});
