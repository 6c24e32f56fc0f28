import * as z from 'zod/mini';
import { type DetailType, domainEvents } from './domain-events.ts';

const eventNames = Object.keys(domainEvents) as [DetailType, ...DetailType[]];

/** The default port only, a host name instead of an address, and no password that could end up in a log. */
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
  /** Name of the secret in Secrets Manager with the key; two keys, separated by a space, during a rotation. */
  secret: z
    .string()
    .check(z.regex(/^[\w/+=.@-]{1,100}$/, 'must be the name of a secret, not its ARN or value')),
  /** The events it receives; all when absent. */
  events: z.optional(
    z
      .array(z.enum(eventNames, `must be one of ${eventNames.join(', ')}`))
      .check(z.minLength(1, 'must name an event; leave it out for all of them')),
  ),
});

/** The receivers of domain events. The limits keep them within the environment of a Lambda function. */
export const webhooks = z.array(receiver).check(
  z.maxLength(5, 'must be 5 at most'),
  z.refine((all) => new Set(all.map(({ url }) => url)).size === all.length, 'must have each url once'),
);

export type Webhook = z.infer<typeof receiver>;

/**
 * Reads the receivers from the environment of a function. Separate, because only some functions need them.
 * @throws when the value is not what the stack sets.
 */
export function readWebhooks(json: string): Webhook[] {
  return webhooks.parse(JSON.parse(json));
}

/** The body of a webhook. `data` is the detail of the event; `domain-events.schema.json` describes it. */
export interface WebhookBody {
  type: DetailType;
  /** When it happened; it may arrive much later. */
  timestamp: string;
  data: object;
}
