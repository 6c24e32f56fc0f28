import type { MailOnPage } from '../../../domain/identity/lead-page.ts';
import { classifyReactions } from '../../../domain/nurture/mail-scanners.ts';
import type { Instant } from '../../../domain/time.ts';
import type { TimelineEvent } from '../../../domain/tracking/timeline-kinds.ts';
import { getAll } from '../../../store/batch.ts';
import { mailEntity } from '../../../store/nurture/mails.ts';
import type { Table } from '../../../store/table.ts';

/** The newest mails that events are about, by id. Half a read unit for each of at most `most`. */
export async function mailsIn(
  table: Table,
  events: readonly TimelineEvent[],
  most: number,
  now: Instant,
): Promise<ReadonlyMap<string, MailOnPage>> {
  const named = events.flatMap((event) => ('mail' in event && event.mail ? [event.mail] : []));
  const ids = [...new Set(named)].slice(0, most);
  const items =
    ids.length > 0
      ? await getAll(
          table,
          ids.map((mail) => mailEntity.keyOf({ mail })),
        )
      : [];
  return new Map(
    items.map((item) => {
      const { mail, reactions } = mailEntity.read(item);
      const uncounted = classifyReactions(mail, reactions, now).filter(({ counts }) => !counts);
      return [mail.id, { mail, uncounted }];
    }),
  );
}
