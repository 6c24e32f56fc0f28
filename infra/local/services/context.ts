import type { Clock, Invoker, Part, Service } from '../part.ts';
import type { Journal } from '../storage/journal.ts';
import type { Resource } from '../template/resource.ts';
import type { Mail } from './ses/mail.ts';
import type { SendingQuota } from './ses/sending-quota.ts';
import type { Ses } from './ses/ses.ts';
import type { SlackAnswer, SlackPost } from './slack/slack.ts';
import type { DeadLetter } from './sqs/dead-letters.ts';

/** What the services are made from. */
export interface ServicesContext {
  resources: readonly Resource[];
  clock: Clock;
  journal: Journal;
  invoker: Invoker;
  region: string;
  accountId: string;
  /** Folder that survives a restart; undefined keeps everything in memory. */
  dataFolder: string | undefined;
  inboxPort: number;
  slackPort: number;
  /** What SES lets the account send. */
  ses?: SendingQuota | undefined;
  /** Host that the inbox and the Slack catcher listen on; 127.0.0.1 unless given. */
  host?: string;
  /** Value of a secret that the template does not generate, by its name. */
  secret(name: string): string | undefined;
  /** Told of every read and write unit that DynamoDB would bill, by table or `table/index`. */
  units(name: string, units: { read: number; write: number }): void;
  /** The same twice means that nothing was changed in between. */
  changes(): number;
  /** Wraps a post to the Slack catcher, so that faults can come before or after it. */
  aroundSlack?(carryOut: () => Promise<SlackAnswer>): Promise<SlackAnswer | 'no-answer'>;
  /** Told what went wrong in a function that a stream or a queue invoked. */
  log?(message: string): void;
}

/** The running services. */
export interface Services {
  /** For the gateway, by `name`. */
  list: Service[];
  /** For the clock and for `settled`. */
  parts: Part[];
  /** Takes up what was left when the twin stopped; call it once the functions can run. */
  start(): void;
  inboxUrl: string;
  slackUrl: string;
  /** Value of a secret by name or ARN: for `{{resolve:secretsmanager:…}}` in environments. */
  secretValue(nameOrArn: string): string | undefined;
  /** Puts a message in a queue of the template, e.g. what an on-failure destination receives. */
  sendToQueue(queueArn: string, body: string, attributes?: Record<string, string>): void;
  /** Puts one event on a bus of the template (`default` exists always), as an AWS service does. */
  putEvent(bus: string, event: { source: string; 'detail-type': string; detail: unknown }): void;
  mails(to?: string, since?: string): Mail[];
  /** What SES lets the account send, and how much it sent. */
  quota: Ses['quota'];
  slackPosts(): SlackPost[];
  busEvents(): unknown[];
  deadLetters(): DeadLetter[];
}
