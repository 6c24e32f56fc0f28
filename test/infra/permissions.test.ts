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
const leadsOnly = '{"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["L#*"]}}';
const scoring = [
  `dynamodb:BatchWriteItem ${table} if ${leadsOnly}`,
  `dynamodb:GetItem ${table}`,
  `dynamodb:PutItem ${table}`,
  `dynamodb:Query ${table}`,
  `dynamodb:UpdateItem ${table}`,
];
const visitorsAndLandings = '{"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["V#*","C#*"]}}';
const mailsOnly = '{"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["M#*"]}}';
const visitorsAndLeads = '{"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["V#*","L#*"]}}';
const visitorsLeadsPlaybook = '{"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["V#*","L#*","PLAYBOOK"]}}';
const playbookAndOrders =
  '{"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["PLAYBOOK","REPORT","SALES"]}}';
const sumsOnly = '{"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["REPORT"]}}';
const countersOnly = '{"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["REPORT#*"]}}';
const deliveriesOnly = '{"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["W#*"]}}';
const asSender = '{"StringEquals":{"ses:FromAddress":"hello@example.com"}}';

const expected: Record<FunctionName, string[]> = {
  track: [
    `dynamodb:GetItem ${table} if ${mailsOnly}`,
    `dynamodb:PutItem ${table} if ${visitorsAndLandings}`,
    `dynamodb:UpdateItem ${table} if ${mailsOnly}`,
    'sqs:SendMessage on Queueslate',
  ],
  forms: [
    `dynamodb:GetItem ${table} if ${visitorsLeadsPlaybook}`,
    `dynamodb:PutItem ${table} if ${leadsOnly}`,
    'sqs:SendMessage on Queueslate',
  ],
  preferences: [
    `dynamodb:BatchWriteItem ${table}`,
    `dynamodb:GetItem ${table}`,
    `dynamodb:PutItem ${table}`,
    `dynamodb:Query ${table}`,
  ],
  replay: [
    `dynamodb:GetItem ${table} if ${leadsOnly}`,
    `dynamodb:PutItem ${table} if ${visitorsAndLeads}`,
    `dynamodb:UpdateItem ${table} if ${mailsOnly}`,
    'sqs:DeleteMessage on Queueslate',
    'sqs:GetQueueAttributes on Queueslate',
    'sqs:ReceiveMessage on Queueslate',
  ],
  score: [...scoring, ...stream, 'sqs:SendMessage on Queuesscoredeadletters'],
  rescore: [
    ...scoring,
    'dynamodb:Query on StoreTable/index/byStage',
    'sqs:DeleteMessage on Queuesrescore',
    'sqs:GetQueueAttributes on Queuesrescore',
    'sqs:ReceiveMessage on Queuesrescore',
    'sqs:SendMessage on Queuesrescore',
  ],
  relay: [
    ...stream,
    `dynamodb:DeleteItem ${table} if ${leadsOnly}`,
    `dynamodb:GetItem ${table} if ${leadsOnly}`,
    `dynamodb:GetItem ${table} if ${sumsOnly}`,
    `dynamodb:PutItem ${table} if ${leadsOnly}`,
    `dynamodb:Query ${table} if ${sumsOnly}`,
    `dynamodb:UpdateItem ${table} if ${countersOnly}`,
    'events:PutEvents on Bus',
    'sqs:SendMessage on Queuesrelaydeadletters',
  ],
  webhooks: [
    `dynamodb:PutItem ${table} if ${deliveriesOnly}`,
    'secretsmanager:GetSecretValue on secret:kansrijk/crm-??????',
    'sqs:SendMessage on Queueswebhooksdeadletters',
  ],
  notify: [
    `dynamodb:GetItem ${table}`,
    `dynamodb:Query ${table}`,
    `dynamodb:UpdateItem ${table}`,
    'secretsmanager:GetSecretValue on secret:kansrijk/slack-??????',
    `ses:SendRawEmail on configuration-set/MailConfigurationSet if ${asSender}`,
    `ses:SendRawEmail on identity/MailIdentity if ${asSender}`,
    'sqs:SendMessage on Queuesnotifydeadletters',
  ],
  enrol: [
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
    `dynamodb:BatchWriteItem ${table} if ${leadsOnly}`,
    `dynamodb:DeleteItem ${table}`,
    `dynamodb:GetItem ${table}`,
    `dynamodb:PutItem ${table}`,
    `dynamodb:Query ${table}`,
    'dynamodb:Query on StoreTable/index/byDue',
    'dynamodb:Query on StoreTable/index/byStage',
    `dynamodb:UpdateItem ${table}`,
    'secretsmanager:GetSecretValue on secret:kansrijk/crm-??????',
    'ses:GetSendQuota on *',
    `ses:SendRawEmail on configuration-set/MailConfigurationSet if ${asSender}`,
    `ses:SendRawEmail on identity/MailIdentity if ${asSender}`,
  ],
  feedback: [
    `dynamodb:GetItem ${table}`,
    `dynamodb:PutItem ${table}`,
    `dynamodb:UpdateItem ${table}`,
    'sqs:SendMessage on Queuesfeedbackdeadletters',
  ],
  handover: [
    `dynamodb:BatchWriteItem ${table} if ${leadsOnly}`,
    `dynamodb:GetItem ${table}`,
    `dynamodb:PutItem ${table}`,
    `dynamodb:Query ${table}`,
  ],
  api: [
    `dynamodb:BatchGetItem ${table}`,
    `dynamodb:BatchWriteItem ${table}`,
    `dynamodb:GetItem ${table}`,
    `dynamodb:PutItem ${table}`,
    `dynamodb:Query ${table}`,
    'dynamodb:Query on StoreTable/index/byStage',
  ],
  publish: [
    `dynamodb:GetItem ${table} if ${playbookAndOrders}`,
    `dynamodb:PutItem ${table} if ${playbookAndOrders}`,
    'sqs:SendMessage on Queuesrescore',
  ],
};

describe.each(functionNames)('the function %s', (name) => {
  it('may do this and nothing else', () => {
    const log = [`logs:CreateLogStream on Functions${name}Log`, `logs:PutLogEvents on Functions${name}Log`];
    expect(permissionsOf(template, name)).toEqual([...expected[name], ...log].sort());
  });
});

describe('a company without Slack and webhooks', () => {
  it.each(['notify', 'webhooks', 'timers'] as const)('does not let %s read a secret', (name) => {
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
