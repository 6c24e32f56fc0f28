import type { Instant } from '../../domain/time.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { currentPlaybook } from '../../store/playbook/playbooks.ts';
import type { Table } from '../../store/table.ts';

const CACHE_MS = 60_000;

/** Returns the current playbook; at least version `atLeast`, if given. */
export type PlaybookSource = (atLeast?: number) => Promise<Playbook>;

/**
 * A cache of the current playbook: reads it at most once a minute, or at once if `atLeast` is newer. If the table
 * fails, it returns the last one read. Create one per process. The source throws if no playbook is published yet.
 */
export function playbookSource({ table, now }: { table: Table; now: () => Instant }): PlaybookSource {
  let cached: { playbook: Playbook; at: number } | undefined;
  let reading: Promise<Playbook> | undefined;

  async function read(atLeast: number): Promise<Playbook> {
    const playbook = await currentPlaybook(table, atLeast);
    if (playbook === undefined) throw new Error(NONE);
    cached = { playbook, at: Date.parse(now()) };
    return playbook;
  }

  return async (atLeast = 0) => {
    const isNewEnough = cached !== undefined && cached.playbook.version >= atLeast;
    const isFresh = cached !== undefined && Math.abs(Date.parse(now()) - cached.at) < CACHE_MS;
    if (cached !== undefined && isNewEnough && isFresh) return cached.playbook;
    reading ??= read(atLeast).finally(() => {
      reading = undefined;
    });
    try {
      const playbook = await reading;
      // A read already in progress may have started before the newer version was written.
      return playbook.version >= atLeast ? playbook : await read(atLeast);
    } catch (error) {
      if (cached !== undefined && isNewEnough) return cached.playbook;
      throw error;
    }
  };
}

const NONE = 'There is no playbook in the table yet: publish one with npm run deploy';
