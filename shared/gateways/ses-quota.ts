import type { SESClient } from '@aws-sdk/client-ses';
import type { Instant } from '../domain/time.ts';
import { sesSettings } from './mailer.ts';

/** What the account may send. Infinity: as much as it likes. */
export interface SendQuota {
  perSecond: number;
  per24Hours: number;
  /** What went out in the last 24 hours, of all who send in this account. */
  sent: number;
}

const KEPT_MS = 60_000;

/**
 * Reads the quota of the account at most once a minute. Make it once per process.
 * The reader throws when SES does not answer.
 */
export function sesQuota(now: () => Instant, given?: SESClient): () => Promise<SendQuota> {
  let client = given;
  let kept: { quota: Promise<SendQuota>; at: number } | undefined;

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
    if (kept === undefined || Math.abs(at - kept.at) >= KEPT_MS) kept = { quota: read(), at };
    const { quota } = kept;
    quota.catch(() => {
      if (kept?.quota === quota) kept = undefined;
    });
    return quota;
  };
}

/** SES says -1 when there is no limit. */
function limit(number: number | undefined): number {
  return number === undefined || number < 0 ? Number.POSITIVE_INFINITY : number;
}
