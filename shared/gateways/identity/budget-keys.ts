import { createHmac, createSecretKey } from 'node:crypto';
import { mailboxOf } from '../../domain/identity/mailbox.ts';
import { networkOf } from '../../domain/identity/network.ts';
import { dayOf, type Instant } from '../../domain/time.ts';
import type { MailBudgets } from '../../domain/tracking/event.ts';

/** As few that no address can be told from them: of all IPv4 addresses some 256 have the same three bytes. */
const NETWORK_BYTES = 3;
const MAILBOX_BYTES = 9;

/**
 * Names the budgets of a mailbox, and of a network on a day, by digests with a secret key: from these nobody can tell
 * whose they are, nor whether a network is the one of yesterday.
 */
export function budgetKeysFrom(
  key: string,
): (email: string, ip: string | undefined, at: Instant) => MailBudgets {
  const secret = createSecretKey(Buffer.from(key));
  const digest = (text: string, bytes: number) =>
    createHmac('sha256', secret).update(text).digest().subarray(0, bytes).toString('base64url');
  return (email, ip, at) => {
    const network = ip && networkOf(ip);
    // Lead ids are digests of addresses, which have no space.
    return {
      mailbox: digest(`mailbox ${mailboxOf(email)}`, MAILBOX_BYTES),
      ...(network && { network: digest(`network ${dayOf(at)} ${network}`, NETWORK_BYTES) }),
    };
  };
}
