import type { Environment, FunctionName, Variable } from '../../shared/contract/environment.ts';
import type { Settings } from '../settings.ts';
import type { Bus } from './bus.ts';
import type { Edge } from './edge.ts';
import { functionNameOf } from './function-name.ts';
import type { IdentityKey } from './identity-key.ts';
import type { Mail } from './mail.ts';
import type { Queues } from './queues.ts';
import type { SignIn } from './sign-in.ts';
import type { Store } from './store.ts';

type OptionalIn<T> = { [K in keyof T]: undefined extends T[K] ? K : never }[keyof T];
type Optional = { [F in FunctionName]: OptionalIn<Environment<F>> }[FunctionName];

/** A value for every environment variable of the contract. One that is forgotten does not compile. */
export type Configuration = {
  readonly [V in Variable<FunctionName>]: V extends Optional ? string | undefined : string;
};

interface Sources {
  settings: Settings;
  store: Store;
  queues: Queues;
  bus: Bus;
  mail: Mail;
  edge: Edge;
  identityKey: IdentityKey;
  signIn: SignIn;
}

/** The functions' environment variables. */
export function configure(sources: Sources): Configuration {
  const { settings, store, queues, bus, mail, edge, identityKey, signIn } = sources;
  return {
    TABLE_NAME: store.table.tableName,
    LATE_QUEUE_URL: queues.late.queueUrl,
    BUS_NAME: bus.bus.eventBusName,
    IDENTITY_KEY: identityKey.value,
    CHALLENGE: settings.challenge ? 'on' : undefined,
    // A variable cannot be empty, and no key has this as its hash.
    API_KEY_HASHES: settings.apiKeyHashes.join(',') || 'none',
    PUBLIC_URL: edge.url,
    WEBSITE_URL: settings.websiteUrl,
    SENDER: settings.sender,
    SALES: settings.sales.join(','),
    MANAGER: settings.manager,
    CONFIGURATION_SET: mail.configurationSet.configurationSetName,
    SLACK_SECRET: settings.slackSecret,
    LANGUAGE: settings.language,
    TIME_ZONE: settings.timeZone,
    COUNTRY: settings.country,
    RETENTION_DAYS: String(settings.retention.visitorDays),
    STACK: settings.stackName,
    // Without a console it has no routes either; a variable cannot be empty.
    ISSUER: signIn.issuer ?? 'none',
    CLIENT_ID: signIn.clientId ?? 'none',
    CLIENT_SECRET: settings.console?.issuer?.clientSecret,
    TRUSTS_ADDRESSES: settings.console?.issuer?.trustsAddresses ? 'on' : undefined,
    USER_POOL_ID: signIn.pool?.userPoolId,
    ADMINS: settings.console?.admins.join(',') ?? 'none',
    PLAYBOOK_FUNCTION: functionNameOf(settings, 'playbook'),
    WEBHOOKS: JSON.stringify(settings.webhooks),
  };
}
