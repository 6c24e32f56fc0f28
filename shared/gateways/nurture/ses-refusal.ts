import { Refused } from '../refused.ts';

/**
 * Why SES refused a mail. `rate`: too many in this second. `quota`: too many in 24 hours. `busy`: SES has a failure.
 * `account`: nothing is sent until a person fixes the account. `mail`: this mail to this address, permanently.
 */
export type RefusalKind = 'rate' | 'quota' | 'busy' | 'account' | 'mail';

/** SES refused the mail, so it was not sent. */
export class MailRefused extends Refused {
  override name = 'MailRefused';
  readonly kind: RefusalKind;

  constructor(reason: string, kind: RefusalKind) {
    super(reason, { isPermanent: kind === 'mail', isFull: kind === 'quota' || kind === 'rate' });
    this.kind = kind;
  }
}

/** An error of the SDK: with `$fault` if SES answered, with `code` if the connection failed. */
export interface SesError extends Error {
  $fault?: 'client' | 'server';
  $metadata?: { httpStatusCode?: number };
  code?: string;
}

const GATEWAY_TIMEOUT = 504;
/** Without a connection no mail can have been sent. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/**
 * The refusal behind an error: SES answered with it, or was never reached. Undefined if the mail may have been sent.
 * Source: https://docs.aws.amazon.com/ses/latest/APIReference/CommonErrors.html
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
  // While the account is in the sandbox, SES refuses every address that is not verified.
  if (name === 'MessageRejected') return /not verified/i.test(message) ? 'account' : 'mail';
  return name.startsWith('InvalidParameter') ? 'mail' : 'account';
}
