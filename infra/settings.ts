import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';
import { webhooks } from '../shared/contract/webhooks.ts';
import { languages } from '../shared/domain/language.ts';
import { isInternalName } from './internal-name.ts';

const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be a web address, such as https://www.example.com' })
  .transform((url) => url.replace(/\/+$/, ''));

const mailAddress = z.email('must be one e-mail address, such as hello@example.com');

const secretName = z.string().regex(/^[\w/+=.@-]+$/, 'must be the name of a secret, not its ARN or value');

/** The issuers of Microsoft that take people of any company, who may choose their own address. */
const MICROSOFT_FOR_ALL = /^https:\/\/login\.microsoftonline\.com\/(common|organizations|consumers)\b/i;

const issuerUrl = z
  .url({
    protocol: /^https$/,
    error: 'must be the issuer of an OpenID provider, such as https://accounts.google.com',
  })
  .refine(
    (url) => !MICROSOFT_FOR_ALL.test(url),
    'must be the issuer of your own tenant, with its id instead of common, organizations or consumers',
  );

const timeZone = z
  .string()
  .refine(isTimeZone, 'must be a time zone of the IANA list, such as Europe/Amsterdam');

const logDays = Object.values(RetentionDays).filter((days) => typeof days === 'number' && days < 9999);

const schema = z.strictObject({
  /** Name of the CloudFormation stack, and prefix of every name in it. */
  stackName: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/, 'must be letters, digits and dashes, 40 at most'),
  /** Your own domain for the API; without it the API has the address that AWS assigns. */
  domain: z
    .strictObject({
      name: z.hostname('must be a host name, such as leads.example.com'),
      certificateArn: z
        .string()
        .regex(/^arn:aws[a-z-]*:acm:/, 'must be the ARN of an ACM certificate in the region of the stack'),
    })
    .optional(),
  /** The API's public URL, if it is neither `domain` nor the address that AWS assigns. */
  publicUrl: webAddress.optional(),
  /** The website with the tracker. */
  websiteUrl: webAddress,
  /** The sender of all mail; its domain becomes the SES identity. */
  sender: mailAddress,
  /** Who gets the notifications of hand-overs. */
  sales: z.array(mailAddress).min(1, 'must name at least one address'),
  /** Who gets a notification when sales does not answer. */
  manager: mailAddress,
  /** Name of the secret in Secrets Manager that holds the URL of the Slack webhook. */
  slackSecret: secretName.optional(),
  /** Other systems that receive domain events; see `functions/webhooks/README.md`. */
  webhooks: z.optional(webhooks.check(atPublicNames)).default([]),
  /** Browsers prove with some work that they are no robots before a form's mail is sent at once; see `functions/forms`. */
  challenge: z.boolean().default(false),
  /**
   * The console. Without it nobody can sign in. A new sender has to be verified by SES first: see `infra/README.md`.
   */
  console: z
    .strictObject({
      /** The first people in it: always admins, who add the others in the console. */
      admins: z.array(mailAddress).min(1, 'must name at least one address'),
      /** Your company's own OpenID provider, where people sign in. Without it the stack makes a user pool. */
      issuer: z
        .strictObject({
          url: issuerUrl,
          clientId: z.string().min(1, 'must be the id that the provider gave the console'),
          /** Name of the secret in Secrets Manager with the client's secret; without it the client is a public one. */
          clientSecret: secretName.optional(),
          /** Whether addresses count of which it does not say that they were verified; see `infra/README.md`. */
          trustsAddresses: z.boolean().default(false),
        })
        .optional(),
    })
    .optional(),
  /** Language of the notifications and the dossier. */
  language: z.enum(languages, `must be ${languages.join(' or ')}`),
  /** Time zone of the times in notifications and dossiers. */
  timeZone,
  /** Your country, as its ISO code: phone numbers without a country code are dialled there. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be two capitals, such as NL')
    .default('NL'),
  /** SHA-256 of each API key; `infra/README.md` has the command. With none, nobody can use the API. */
  apiKeyHashes: z.array(z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in 64 lower-case hex digits')),
  retention: z.strictObject({
    /** Days after which a visitor's events are deleted. Points need the last 90. */
    visitorDays: z.int().min(90, 'must be 90 or more: that is how long points count').max(3650),
    logDays: z
      .number()
      .refine(
        (days) => logDays.includes(days),
        `must be one of ${logDays.join(', ')}: CloudWatch knows no other`,
      ),
  }),
  /** Who gets the alarms; see `infra/runbook.md`. */
  alarmEmail: mailAddress,
  /** Limits of the API: requests a second, and burst. */
  throttling: z.strictObject({ rate: z.int().min(1), burst: z.int().min(1) }),
});

function atPublicNames({ value, issues }: z.core.ParsePayload<z.infer<typeof webhooks>>): void {
  for (const [index, { url }] of value.entries()) {
    if (!isInternalName(URL.parse(url)?.hostname ?? '')) continue;
    const message = 'must be on the internet: webhooks go to no internal address';
    issues.push({ code: 'custom', input: url, path: [index, 'url'], message });
  }
}

/** Settings as the company writes them. */
export type SettingsInput = z.input<typeof schema>;

/** Valid settings. */
export type Settings = z.output<typeof schema>;

/**
 * Checks and normalises the settings.
 * @throws Error that names every wrong field and what would be right.
 */
export function parseSettings(input: unknown): Settings {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const mistakes = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`These settings are not right (infra/company.ts):\n${mistakes.join('\n')}`);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
