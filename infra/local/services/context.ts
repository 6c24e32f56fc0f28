import type { Invoker } from '../lambda/invoker.ts';
import type { Clock, Part } from '../part.ts';
import type { Journal } from '../storage/journal.ts';
import type { Resource } from '../template/resource.ts';
import type { DynamoDb } from './dynamodb/dynamodb.ts';
import type { Caller, Service } from './service.ts';
import type { SendingQuota } from './ses/sending-quota.ts';
import type { Ses } from './ses/ses.ts';
import type { SlackPost, SlackResponse } from './slack/slack.ts';
import type { DeadLetter } from './sqs/dead-letters.ts';
import type { UserPools } from './user-pools.ts';

/** What the services need. */
export interface ServicesContext {
  resources: readonly Resource[];
  clock: Clock;
  journal: Journal;
  invoker: Invoker;
  region: string;
  accountId: string;
  /** Folder that survives a restart; undefined keeps everything in memory. */
  dataFolder: string | undefined;
  slackPort: number;
  /** What SES lets the account send. */
  ses?: SendingQuota | undefined;
  /** Host that the Slack catcher listens on; 127.0.0.1 unless given. */
  host?: string;
  /** Value of a secret that the template does not generate, by name. */
  secret(name: string): string | undefined;
  /** Called with the read and write units that DynamoDB would bill, by table or `table/index`. */
  units(name: string, units: { read: number; write: number }): void;
  /** The function and the event (JSON) that a worker handles now. */
  handledBy(caller: Caller): { logicalId: string; event: string } | undefined;
  /** Applies faults to a post to the Slack catcher. */
  withSlackFaults?(carryOut: () => Promise<SlackResponse>): Promise<SlackResponse | 'no-response'>;
  /** Called with what failed in a function that a stream or queue invoked. */
  log?(message: string): void;
}

/** The running services. */
export interface Services {
  /** For the gateway, which finds them by `name`. */
  list: Service[];
  /** For the clock and `settled`. */
  parts: Part[];
  /** Resumes what was left when the twin stopped; call it once the functions can run. */
  start(): void;
  userPools: Pick<UserPools, 'call' | 'users' | 'onChange'>;
  slackUrl: string;
  /** Value of a secret by name or ARN, for `{{resolve:secretsmanager:…}}`. */
  secretValue(nameOrArn: string): string | undefined;
  /** Sends a message to a queue of the template, such as an on-failure destination. */
  sendToQueue(queueArn: string, body: string): void;
  dynamodb: DynamoDb;
  mails: Ses['mails'];
  /** What SES lets the account send, and how much it has sent. */
  quota: Ses['quota'];
  slackPosts(): SlackPost[];
  busEvents(): unknown[];
  deadLetters(): DeadLetter[];
}
