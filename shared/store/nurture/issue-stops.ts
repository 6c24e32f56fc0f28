import * as z from 'zod/mini';
import type { IssueStop } from '../../domain/nurture/audience/issue-stop.ts';
import type { IssueKey } from '../../domain/nurture/newsletter-issue.ts';
import { endOfDaySeconds, plusDays } from '../../domain/time.ts';
import { Entity } from '../entity.ts';
import { schemaOf, text } from '../schema.ts';
import type { ReadOptions, Table, Written } from '../table.ts';

const KEPT_DAYS = 90;

/** An issue of the newsletter, or a one-time mail, that a colleague stopped at some time. */
export const issueStopEntity = new Entity({
  kind: 'stop of an issue',
  key: 'NEWSLETTER / STOP#{on}#{mail}',
  holds: () =>
    schemaOf<IssueStop>()(
      z.looseObject({
        ...{ mail: text, on: text, version: z.number(), by: text, at: text },
        ...{ state: z.enum(['stopped', 'going']), resumed: z.number() },
      }),
    ),
  pack: ({ mail: _, on: __, ...stop }) => stop,
  unpack: ({ expiresAt: _, ...stop }, { on, mail }) => ({ on, mail, ...stop }),
  written: 'by version',
  expires: ({ on }) => endOfDaySeconds(plusDays(on, KEPT_DAYS)),
  lives: `${KEPT_DAYS} days after its day`,
  largest: { bytes: 400, why: 'a name and an address' },
});

/** The stop of an issue; undefined when nobody ever stopped it. One read unit, or half of one. */
export function getIssueStop(
  table: Table,
  { mail, on }: IssueKey,
  options?: ReadOptions,
): Promise<IssueStop | undefined> {
  return issueStopEntity.get(table, { on, mail }, options);
}

/** Of so many issues that were ever stopped in the last months, nobody stops more. */
const MOST = 200;

/** The stops of all issues. Half a read unit for some ten; eventually consistent. */
export function allIssueStops(table: Table): Promise<IssueStop[]> {
  return issueStopEntity.query(table, {}, { limit: MOST });
}

/** Writes a stop over the version it was made from. */
export function putIssueStop(table: Table, stop: IssueStop): Promise<Written> {
  return issueStopEntity.put(table, { on: stop.on, mail: stop.mail }, stop);
}
