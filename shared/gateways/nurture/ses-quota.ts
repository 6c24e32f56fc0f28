import type { SESClient } from '@aws-sdk/client-ses';
import type { Instant } from '../../domain/time.ts';
import { sesSettings } from './mailer.ts';

/** The account's sending limits; Infinity means no limit. */
export interface SendQuota {
  perSecond: number;
  per24Hours: number;
  /** Mails sent in the last 24 hours by everything in this account. */
  sent: number;
}

const CACHE_MS = 60_000;

/**
 * Returns a reader of the account's quota that caches it for a minute. Create one per process.
 * The reader throws if SES does not answer.
 */
export function sesQuota(now: () => Instant, given?: SESClient): () => Promise<SendQuota> {
  let client = given;
  let cached: { quota: Promise<SendQuota>; at: number } | undefined;

  async function read(): Promise<SendQuota> {
    const ses = await import('@aws-sdk/client-ses');
    client ??= new ses.SESClient({ ...sesSettings, maxAttempts: 3 });
    const { MaxSendRate, Max24HourSend, SentLast24Hours } = await client.send(
      new ses.GetSendQuotaCommand({}),
    );
    return { perSecond: limit(MaxSendRate), per24Hours: limit(Max24HourSend), sent: SentLast24Hours ?? 0 };
  }

  return () => {
    const at = Date.parse(now());
    if (cached === undefined || Math.abs(at - cached.at) >= CACHE_MS) cached = { quota: read(), at };
    const { quota } = cached;
    quota.catch(() => {
      if (cached?.quota === quota) cached = undefined;
    });
    return quota;
  };
}

/** SES returns -1 for no limit. */
function limit(number: number | undefined): number {
  return number === undefined || number < 0 ? Number.POSITIVE_INFINITY : number;
}
