import * as z from 'zod';
import type { Clock } from '../../part.ts';
import type { Journal } from '../../storage/journal.ts';
import { ServiceError } from '../service.ts';
import { SIMULATOR_DOMAIN } from './mailbox-simulator.ts';

const DAY = 24 * 60 * 60 * 1000;
const SETTING = 'sending-quota';

/** A change of the sending quota. Missing members stay as they are. */
export const quotaSchema = z.strictObject({
  /** Mails a second, as GetSendQuota returns it; only the fault `throttle` enforces it. */
  rate: z.number().positive().optional(),
  /** Recipients in 24 hours; further mails are refused. -1 means no limit. */
  dailyQuota: z.int().min(-1).optional(),
});

export type SendingQuota = z.output<typeof quotaSchema>;

const standard = { rate: 14, dailyQuota: 50_000 };

/** The sending quota of the account, and what was sent in the last 24 hours, in the journal. */
export function sendingQuota({ journal, clock }: { journal: Journal; clock: Clock }) {
  const current = (): typeof standard => ({ ...standard, ...JSON.parse(journal.setting(SETTING) ?? '{}') });

  function sent(): number {
    const since = clock.now() - DAY;
    const counted = 'SELECT total(recipients) AS n FROM sendings WHERE at > ?';
    return journal.first<{ n: number }>(counted, since)?.n ?? 0;
  }

  return {
    /** Counts a mail to these addresses. @throws ServiceError as SES does when it exceeds the quota. */
    use(addresses: readonly string[]): void {
      const { dailyQuota } = current();
      const recipients = addresses.filter(
        (address) => !address.toLowerCase().endsWith(SIMULATOR_DOMAIN),
      ).length;
      if (recipients === 0) return;
      if (dailyQuota >= 0 && sent() + recipients > dailyQuota)
        throw new ServiceError('Throttling', 'Daily message quota exceeded.');
      journal.run('INSERT INTO sendings (at, recipients) VALUES (?, ?)', clock.now(), recipients);
    },
    /** The result of GetSendQuota. */
    xml(): string {
      const { rate, dailyQuota } = current();
      return (
        `<Max24HourSend>${dailyQuota}</Max24HourSend><MaxSendRate>${rate}</MaxSendRate>` +
        `<SentLast24Hours>${sent()}</SentLast24Hours>`
      );
    },
    read: () => ({ ...current(), sent: sent() }),
    set: (quota: SendingQuota) => journal.setSetting(SETTING, JSON.stringify({ ...current(), ...quota })),
    reset: () => journal.setSetting(SETTING, '{}'),
  };
}
