import { table as contract } from '../../contract/table.ts';
import type { Mail } from '../../domain/nurture/mailing.ts';
import { formatReaction, type Reaction } from '../../domain/nurture/reaction.ts';
import type { Instant } from '../../domain/time.ts';
import { DUE, dueKeys, TRYING } from '../due.ts';
import type { Table, Written } from '../table.ts';
import { type MailWithReactions, mailEntity } from './mails.ts';

const { partitionKey, sortKey } = contract.indexes.byDue;

/** More reactions than a person ever causes. */
export const MOST_REACTIONS = 100;

/**
 * Adds a reaction to a mail that may be tracked, to be classified at `due`. A repeated reaction changes nothing. No read.
 * @returns undefined when there is no such mail or link, it may not be tracked, or it has too many reactions
 */
export async function addReaction(
  table: Table,
  mail: string,
  reaction: Reaction,
  due: Instant,
): Promise<Mail | undefined> {
  const link = reaction.kind === 'open' ? undefined : reaction.link;
  const keys = dueKeys('timers', mail, due, 'MAIL');
  const text = formatReaction(reaction);
  const changed = await mailEntity.updateAndGet(
    table,
    { mail },
    {
      add: 'reactions :reaction',
      set: `${partitionKey} = :shard, ${sortKey} = :due`,
      remove: TRYING,
      onlyIf: [
        'tracked = :yes',
        '(attribute_not_exists(reactions) OR size(reactions) < :most OR contains(reactions, :this))',
        ...(link === undefined ? [] : ['size(links) > :link']),
      ].join(' AND '),
      values: {
        ':reaction': new Set([text]),
        ':this': text,
        ':shard': keys[partitionKey],
        ':due': keys[sortKey],
        ':yes': true,
        ':most': MOST_REACTIONS,
        ':link': link,
      },
    },
  );
  return changed?.mail;
}

/** A mail with its reactions; undefined when there is none, or its person was erased. Strongly consistent. */
export function getMailWithReactions(table: Table, mail: string): Promise<MailWithReactions | undefined> {
  return mailEntity.get(table, { mail });
}

/**
 * Stores when a person first opened the mail, or clicked on a link of it.
 * @returns the mail after the write; undefined when it was removed
 */
export async function confirmReaction(
  table: Table,
  mail: string,
  of: 'open' | number,
  at: Instant,
): Promise<Mail | undefined> {
  const paths = of === 'open' ? ['openedAt'] : ['clickedAt', 'clicks.#link'];
  return setFirst(table, mail, of, { paths, at, onlyIf: 'attribute_exists(PK)' });
}

/**
 * The same of a machine.
 * @returns undefined also for a mail of before machines were counted
 */
export async function recordMachine(
  table: Table,
  mail: string,
  of: 'open' | number,
  at: Instant,
): Promise<Mail | undefined> {
  const paths = of === 'open' ? ['machineOpenedAt'] : ['machineClickedAt', 'machineClicks.#link'];
  return setFirst(table, mail, of, { paths, at, onlyIf: 'attribute_exists(machineClicks)' });
}

async function setFirst(
  table: Table,
  mail: string,
  of: 'open' | number,
  { paths, at, onlyIf }: { paths: string[]; at: Instant; onlyIf: string },
): Promise<Mail | undefined> {
  const changed = await mailEntity.updateAndGet(
    table,
    { mail },
    {
      set: paths.map((path) => `${path} = if_not_exists(${path}, :at)`).join(', '),
      onlyIf,
      ...(of !== 'open' && { names: { '#link': String(of) } }),
      values: { ':at': at },
    },
  );
  return changed?.mail;
}

/** Classifies the reactions of a mail again at another time, unless it had a reaction since `due` was read. */
export function moveMailDue(table: Table, id: string, due: Instant, until: Instant): Promise<Written> {
  const before = dueKeys('timers', id, due, 'MAIL');
  const after = dueKeys('timers', id, until, 'MAIL');
  return mailEntity.update(
    table,
    { mail: id },
    {
      set: `${partitionKey} = :shard, ${sortKey} = :until`,
      remove: TRYING,
      onlyIf: `${sortKey} = :due`,
      values: { ':due': before[sortKey], ':shard': after[partitionKey], ':until': after[sortKey] },
    },
  );
}

/** Removes a mail from the due index, unless it had a reaction since `due` was read. */
export function clearMailDue(table: Table, mail: string, due: Instant): Promise<Written> {
  return mailEntity.update(
    table,
    { mail },
    {
      remove: DUE,
      onlyIf: `${sortKey} = :due`,
      values: { ':due': dueKeys('timers', mail, due, 'MAIL')[sortKey] },
    },
  );
}
