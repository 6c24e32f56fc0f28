import * as z from 'zod';
import { type Clock, ServiceError } from '../../part.ts';
import type { Journal } from '../../storage/journal.ts';
import { SIMULATOR } from './fate.ts';

const DAY = 24 * 60 * 60 * 1000;
const SETTING = 'sending-quota';

/** What the account may send. Of what is not given, it has what it had. */
export const quotaSchema = z.strictObject({
  /** Mails a second, as the account tells it; only the fault `throttle` refuses what goes faster. */
  rate: z.number().positive().optional(),
  /** Recipients in 24 hours; a mail beyond is refused. -1: as many as you like. */
  dailyQuota: z.int().min(-1).optional(),
});

export type SendingQuota = z.output<typeof quotaSchema>;

const usual = { rate: 14, dailyQuota: 50_000 };

/** The sending quota of the account, kept in the journal with what was sent in the last 24 hours. */
export function sendingQuota({ journal, clock }: { journal: Journal; clock: Clock }) {
  const current = (): typeof usual => ({ ...usual, ...JSON.parse(journal.setting(SETTING) ?? '{}') });

  function sent(): number {
    const since = clock.now() - DAY;
    const counted = 'SELECT total(recipients) AS n FROM sendings WHERE at > ?';
    return journal.first<{ n: number }>(counted, since)?.n ?? 0;
  }

  return {
    /** Counts a mail to these addresses, or throws what SES answers when it is one too many. */
    use(addresses: readonly string[]): void {
      const { dailyQuota } = current();
      const recipients = addresses.filter((address) => !address.toLowerCase().endsWith(SIMULATOR)).length;
      if (recipients === 0) return;
      if (dailyQuota >= 0 && sent() + recipients > dailyQuota)
        throw new ServiceError('Throttling', 'Daily message quota exceeded.');
      journal.run('INSERT INTO sendings (at, recipients) VALUES (?, ?)', clock.now(), recipients);
    },
    /** The answer to GetSendQuota. */
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
