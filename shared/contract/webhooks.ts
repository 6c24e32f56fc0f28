import * as z from 'zod/mini';
import { type DetailType, domainEvents } from './domain-events.ts';

const eventNames = Object.keys(domainEvents) as [DetailType, ...DetailType[]];

/** The port of HTTPS alone, a name and not an address, and no password that would stand in a log. */
function isReceiver(text: string): boolean {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' || url.port !== '' || url.username + url.password !== '') return false;
  return /\.[a-z][a-z0-9-]*$/.test(url.hostname);
}

const receiver = z.strictObject({
  url: z
    .string()
    .check(
      z.maxLength(300, 'must be 300 characters at most'),
      z.refine(
        isReceiver,
        'must be an address such as https://crm.example.com/hook: https, a host name, no port, no password',
      ),
    ),
  /** Name of the secret in Secrets Manager with the key; two keys, with a space between, while it changes. */
  secret: z
    .string()
    .check(z.regex(/^[\w/+=.@-]{1,100}$/, 'must be the name of a secret, not its ARN or value')),
  /** Which events it is told; absent: all. */
  events: z.optional(
    z
      .array(z.enum(eventNames, `must be one of ${eventNames.join(', ')}`))
      .check(z.minLength(1, 'must name an event; leave it out for all of them')),
  ),
});

/** Who is told of domain events by signed webhooks. All of it fits in what Lambda gives to a function. */
export const webhooks = z.array(receiver).check(
  z.maxLength(5, 'must be 5 at most'),
  z.refine((all) => new Set(all.map(({ url }) => url)).size === all.length, 'must have each url once'),
);

export type Webhook = z.infer<typeof receiver>;

/**
 * The receivers as a function is given them. Not read with the rest of the environment: the others start without.
 * @throws when it is not what the stack gives.
 */
export function readWebhooks(json: string): Webhook[] {
  return webhooks.parse(JSON.parse(json));
}

/** What a receiver gets: `data` is the detail of the event, as `domain-events.schema.json` describes it. */
export interface WebhookBody {
  type: DetailType;
  /** When it happened, which may be long before it arrives. */
  timestamp: string;
  data: object;
}
