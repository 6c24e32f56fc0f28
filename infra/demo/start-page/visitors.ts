import { isVisitorId } from '../../../shared/domain/identity/ids.ts';
import type { ReadSystem } from '../../../shared/usecases/lead-system.ts';
import { playbookSource } from '../../../shared/usecases/playbook/current-playbook.ts';
import { type AnonymousVisitor, previewVisitor } from '../../../shared/usecases/scoring/preview-visitor.ts';
import type { RunningTwin } from '../../local/running-twin.ts';

/** The key of what a browser did begins so. */
const PREFIX = 'V#';
/** How many browsers are looked at: after `npm run simulate` most of the newest are known. */
const LOOKED_AT = 40;

export interface Visitors {
  /** How many browsers were on the website, known or not; at most `MOST`. */
  count: number;
  /** Those that are not known, the one that did something last first. */
  anonymous: AnonymousVisitor[];
  /** From how many points somebody is ready for a call. */
  threshold: number;
}

export const MOST_VISITORS = 10_000;

/**
 * Reads what anonymous browsers did, with the points that the current playbook would give for it.
 * @returns undefined while no playbook is published
 */
export function readVisitors(twin: RunningTwin): (shown: number) => Promise<Visitors | undefined> {
  const { table } = twin;
  const now = () => new Date(twin.now()).toISOString();
  const system: ReadSystem = { table, now, playbook: playbookSource({ table, now }) };
  return async (shown) => {
    const browsers = table
      .lastWritten(PREFIX, MOST_VISITORS)
      .map((key) => key.slice(PREFIX.length))
      .filter(isVisitorId);
    try {
      const { scoring } = await system.playbook();
      const newest = browsers.slice(0, LOOKED_AT);
      const found = await Promise.all(newest.map((visitor) => previewVisitor(system, visitor)));
      return {
        count: browsers.length,
        anonymous: found.filter((visitor) => visitor !== undefined).slice(0, shown),
        threshold: scoring.bands.call,
      };
    } catch {
      return undefined;
    }
  };
}
