import type { Instant } from '../../domain/time.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { currentPlaybook } from '../../store/playbook/playbooks.ts';
import type { Table } from '../../store/table.ts';

const KEPT_MS = 60_000;

/** The current playbook, at least as new as a version that is known to exist. */
export type PlaybookSource = (atLeast?: number) => Promise<Playbook>;

/**
 * The current playbook, read at most once a minute, and at once when a newer version is known to exist.
 * When the table does not answer, the playbook that was read last holds on. Make it once per process.
 * The source throws when no playbook was published yet.
 */
export function playbookSource({ table, now }: { table: Table; now: () => Instant }): PlaybookSource {
  let kept: { playbook: Playbook; at: number } | undefined;
  let reading: Promise<Playbook> | undefined;

  async function read(atLeast: number): Promise<Playbook> {
    const playbook = await currentPlaybook(table, atLeast);
    if (playbook === undefined) throw new Error(NONE);
    kept = { playbook, at: Date.parse(now()) };
    return playbook;
  }

  return async (atLeast = 0) => {
    const isNewEnough = kept !== undefined && kept.playbook.version >= atLeast;
    const isFresh = kept !== undefined && Math.abs(Date.parse(now()) - kept.at) < KEPT_MS;
    if (kept !== undefined && isNewEnough && isFresh) return kept.playbook;
    reading ??= read(atLeast).finally(() => {
      reading = undefined;
    });
    try {
      const playbook = await reading;
      // The read that was under way may have started before the newer version was there.
      return playbook.version >= atLeast ? playbook : await read(atLeast);
    } catch (error) {
      if (kept !== undefined && isNewEnough) return kept.playbook;
      throw error;
    }
  };
}

const NONE = 'There is no playbook in the table yet: publish one with npm run deploy';
