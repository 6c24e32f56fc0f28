import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';
import { webhooks } from '../shared/contract/webhooks.ts';
import { languages } from '../shared/domain/language.ts';
import { isInternalName } from './internal-name.ts';

const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be a web address, such as https://www.example.com' })
  .transform((url) => url.replace(/\/+$/, ''));

const mailAddress = z.email('must be one e-mail address, such as hello@example.com');

const timeZone = z
  .string()
  .refine(isTimeZone, 'must be a time zone of the IANA list, such as Europe/Amsterdam');

const logDays = Object.values(RetentionDays).filter((days) => typeof days === 'number' && days < 9999);

const schema = z.strictObject({
  /** Name of the CloudFormation stack, and the first part of the name of everything in it. */
  stackName: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/, 'must be letters, digits and dashes, 40 at most'),
  /** Your own domain for the API. Without it the API has the address that AWS gives it. */
  domain: z
    .strictObject({
      name: z.hostname('must be a host name, such as leads.example.com'),
      certificateArn: z
        .string()
        .regex(/^arn:aws[a-z-]*:acm:/, 'must be the ARN of an ACM certificate in the region of the stack'),
    })
    .optional(),
  /** Only when people reach the API under another address than `domain` or the one AWS gives. */
  publicUrl: webAddress.optional(),
  /** The website that carries the tracker. */
  websiteUrl: webAddress,
  /** The address mail is sent from; its domain becomes the SES identity. */
  sender: mailAddress,
  /** Who hears of a hand-over. */
  sales: z.array(mailAddress).min(1, 'must name at least one address'),
  /** Who hears when sales does not answer. */
  manager: mailAddress,
  /** Name of the secret in Secrets Manager that holds the URL of the Slack webhook. */
  slackSecret: z
    .string()
    .regex(/^[\w/+=.@-]+$/, 'must be the name of a secret, not its ARN or value')
    .optional(),
  /** Other systems that are told of domain events; `functions/webhooks/README.md` says how. */
  webhooks: z.optional(webhooks.check(atPublicNames)).default([]),
  /** Language of the notifications and the dossier. */
  language: z.enum(languages, `must be ${languages.join(' or ')}`),
  /** In which the times in notifications and dossiers are told. */
  timeZone,
  /** SHA-256 of each API key; `infra/README.md` has the command. Empty: nobody can use the API. */
  apiKeyHashes: z.array(z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in 64 lower-case hex digits')),
  retention: z.strictObject({
    /** After how many days the events of a visitor are forgotten. Points need the last 90. */
    visitorDays: z.int().min(90, 'must be 90 or more: that is how long points count').max(3650),
    logDays: z
      .number()
      .refine(
        (days) => logDays.includes(days),
        `must be one of ${logDays.join(', ')}: CloudWatch knows no other`,
      ),
  }),
  /** Who is told when something needs a person; see `infra/runbook.md`. */
  alarmEmail: mailAddress,
  /** The limit of requests at the public edge: a second, and at the same moment. */
  throttling: z.strictObject({ rate: z.int().min(1), burst: z.int().min(1) }),
});

function atPublicNames({ value, issues }: z.core.ParsePayload<z.infer<typeof webhooks>>): void {
  for (const [index, { url }] of value.entries()) {
    if (!isInternalName(URL.parse(url)?.hostname ?? '')) continue;
    const message = 'must be on the internet: webhooks go to no internal address';
    issues.push({ code: 'custom', input: url, path: [index, 'url'], message });
  }
}

/** What the company writes down. */
export type SettingsInput = z.input<typeof schema>;

/** Settings that are known to be right. */
export type Settings = z.output<typeof schema>;

/**
 * The settings, checked and normalised.
 * @throws Error that names every field that is wrong and what would be right.
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
