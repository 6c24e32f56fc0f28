import * as z from 'zod/mini';
import { languages } from '../domain/language.ts';

const text = z.string().check(z.minLength(1));
const list = z.pipe(
  text,
  z.transform((value) => value.split(',').map((part) => part.trim())),
);

/** Every environment variable of the functions, with its format. Lists are separated by commas. */
const variables = {
  TABLE_NAME: text,
  /** The queue of events that the table refused. */
  LATE_QUEUE_URL: text,
  BUS_NAME: text,
  /** The key that turns e-mail addresses into lead ids and hides them from who reads keys. Never changes during the life of a deployment. */
  IDENTITY_KEY: text,
  /** Forms have a challenge that browsers solve. */
  CHALLENGE: z.optional(z.literal('on')),
  /** The SHA-256 of each API key, in hexadecimal. */
  API_KEY_HASHES: list,
  /** The public URL of this API, without a slash at the end. */
  PUBLIC_URL: text,
  /** The company's website, without a slash at the end. */
  WEBSITE_URL: text,
  SENDER: text,
  SALES: list,
  /** Gets a mail when sales does not answer. */
  MANAGER: text,
  /** The configuration set of our mail, through which SES reports deliveries, bounces and complaints. */
  CONFIGURATION_SET: text,
  /** The name of the secret with the URL of the Slack webhook. Absent: no Slack. */
  SLACK_SECRET: z.optional(text),
  LANGUAGE: z.enum(languages),
  TIME_ZONE: text,
  /** The company's country, as an ISO code: phone numbers without a country code belong there. */
  COUNTRY: text,
  /** After how many days the events of a visitor are removed. */
  RETENTION_DAYS: z.pipe(text, z.transform(Number)),
  /** The name of the stack, which no other in the account has. */
  STACK: text,
  /** The OpenID provider of the console, and its id for us. */
  ISSUER: text,
  CLIENT_ID: text,
  /** The name of the secret with the client's secret. Absent: a public client. */
  CLIENT_SECRET: z.optional(text),
  /** The addresses of the provider count without a statement that they were verified. */
  TRUSTS_ADDRESSES: z.optional(z.literal('on')),
  /** The provider, when it is a user pool of the stack. */
  USER_POOL_ID: z.optional(text),
  /** Who is always an admin of the console. */
  ADMINS: list,
  /** The name of the function that checks and publishes the playbook. */
  PLAYBOOK_FUNCTION: text,
  /** The receivers of signed webhooks, as JSON for `readWebhooks`. */
  WEBHOOKS: text,
} as const;

/** The variables of each function: the stack sets exactly these, and the handler reads exactly these. */
export const environments = {
  track: ['TABLE_NAME', 'LATE_QUEUE_URL', 'RETENTION_DAYS', 'WEBSITE_URL'],
  forms: ['TABLE_NAME', 'LATE_QUEUE_URL', 'IDENTITY_KEY', 'CHALLENGE', 'PUBLIC_URL', 'WEBSITE_URL'],
  enrol: ['TABLE_NAME', 'SENDER', 'CONFIGURATION_SET', 'PUBLIC_URL', 'WEBSITE_URL'],
  timers: ['TABLE_NAME', 'IDENTITY_KEY', 'SENDER', 'CONFIGURATION_SET', 'PUBLIC_URL', 'WEBSITE_URL'],
  feedback: ['TABLE_NAME'],
  preferences: ['TABLE_NAME', 'WEBSITE_URL', 'TIME_ZONE'],
  replay: ['TABLE_NAME'],
  score: ['TABLE_NAME', 'IDENTITY_KEY'],
  relay: ['BUS_NAME', 'TABLE_NAME'],
  webhooks: ['TABLE_NAME', 'WEBHOOKS'],
  notify: [
    'TABLE_NAME',
    'SENDER',
    'SALES',
    'MANAGER',
    'CONFIGURATION_SET',
    'SLACK_SECRET',
    'PUBLIC_URL',
    'LANGUAGE',
    'TIME_ZONE',
    'COUNTRY',
  ],
  handover: ['TABLE_NAME', 'WEBSITE_URL', 'LANGUAGE', 'TIME_ZONE', 'COUNTRY'],
  api: ['TABLE_NAME', 'IDENTITY_KEY', 'API_KEY_HASHES', 'PUBLIC_URL', 'PLAYBOOK_FUNCTION'],
  console: [
    'TABLE_NAME',
    'IDENTITY_KEY',
    'PUBLIC_URL',
    'WEBSITE_URL',
    'SENDER',
    'LANGUAGE',
    'TIME_ZONE',
    'COUNTRY',
    'STACK',
    'ISSUER',
    'CLIENT_ID',
    'CLIENT_SECRET',
    'TRUSTS_ADDRESSES',
    'USER_POOL_ID',
    'ADMINS',
    'PLAYBOOK_FUNCTION',
  ],
  playbook: ['TABLE_NAME', 'PUBLIC_URL', 'WEBSITE_URL', 'SENDER', 'CONFIGURATION_SET'],
  publish: ['TABLE_NAME'],
} as const satisfies Record<string, readonly (keyof typeof variables)[]>;

export type FunctionName = keyof typeof environments;
export type Variable<F extends FunctionName> = (typeof environments)[F][number];
export type Environment<F extends FunctionName> = {
  [V in Variable<F>]: z.infer<(typeof variables)[V]>;
};

/**
 * The environment of one function, parsed.
 * @throws Error that names every variable that is missing or malformed.
 */
export function readEnvironment<F extends FunctionName>(
  name: F,
  source: Record<string, string | undefined>,
): Environment<F> {
  const result: Record<string, unknown> = {};
  const wrong: string[] = [];
  for (const variable of environments[name]) {
    const parsed = z.safeParse(variables[variable], source[variable]);
    if (parsed.success) result[variable] = parsed.data;
    else wrong.push(`${variable}: ${parsed.error.issues[0]?.message ?? 'invalid'}`);
  }
  if (wrong.length > 0) throw new Error(`Environment of ${name}: ${wrong.join('; ')}`);
  return result as Environment<F>;
}
