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

/** What the SDK throws: with `$fault` when SES answered, with `code` when the connection failed. */
export interface SesError extends Error {
  $fault?: 'client' | 'server';
  $metadata?: { httpStatusCode?: number };
  code?: string;
}

const GATEWAY_TIMEOUT = 504;
/** There was no connection over which a mail could have gone. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/**
 * The refusal in an error: SES answered it, or was never reached. Undefined when nobody knows whether the mail was
 * sent. Source: https://docs.aws.amazon.com/ses/latest/APIReference/CommonErrors.html
 */
export function refusalOf(error: SesError): MailRefused | undefined {
  const { name, message, $fault, $metadata, code } = error;
  if (code !== undefined && NOT_CONNECTED.has(code)) return new MailRefused(code, 'busy');
  if (name === 'CredentialsProviderError') return new MailRefused(name, 'account');
  if ($fault === undefined || $metadata?.httpStatusCode === GATEWAY_TIMEOUT) return undefined;
  return new MailRefused(name, $fault === 'server' ? 'busy' : kindOf(name, message));
}

function kindOf(name: string, message: string): RefusalKind {
  if (/Throttl|LimitExceeded|TooManyRequests/i.test(name)) {
    return /quota/i.test(message) ? 'quota' : 'rate';
  }
  // An address that is not verified is how SES refuses everybody as long as the account is in the sandbox.
  if (name === 'MessageRejected') return /not verified/i.test(message) ? 'account' : 'mail';
  return name.startsWith('InvalidParameter') ? 'mail' : 'account';
}
