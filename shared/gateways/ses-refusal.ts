import { Refused } from './refused.ts';

/**
 * Why SES did not take a mail. `rate`: too many in this second. `quota`: too many in 24 hours. `busy`: SES has
 * trouble itself. `account`: nothing is sent until a person mends it. `mail`: this mail to this address, for good.
 */
export type RefusalKind = 'rate' | 'quota' | 'busy' | 'account' | 'mail';

/** SES answered that it did not take the mail, so it was not sent. */
export class MailRefused extends Refused {
  override name = 'MailRefused';
  readonly kind: RefusalKind;

  constructor(reason: string, kind: RefusalKind) {
    super(reason, { isPermanent: kind === 'mail' });
    this.kind = kind;
  }
}

/** What the SDK throws when SES answers with an error. */
export interface SesAnswer extends Error {
  $fault: 'client' | 'server';
  $metadata: { httpStatusCode?: number };
}

const GATEWAY_TIMEOUT = 504;

/**
 * The refusal in an error that SES answered with; undefined when it is no answer about the mail, so that nobody
 * knows whether it was sent. Source: https://docs.aws.amazon.com/ses/latest/APIReference/CommonErrors.html
 */
export function refusalOf({ name, message, $fault, $metadata }: SesAnswer): MailRefused | undefined {
  if ($metadata.httpStatusCode === GATEWAY_TIMEOUT) return undefined;
  if ($fault === 'server') return new MailRefused(name, 'busy');
  return new MailRefused(name, kindOf(name, message));
}

function kindOf(name: string, message: string): RefusalKind {
  if (/Throttl|LimitExceeded|TooManyRequests/i.test(name)) {
    return /quota/i.test(message) ? 'quota' : 'rate';
  }
  // An address that is not verified is how SES refuses everybody as long as the account is in the sandbox.
  if (name === 'MessageRejected') return /not verified/i.test(message) ? 'account' : 'mail';
  return name.startsWith('InvalidParameter') ? 'mail' : 'account';
}
