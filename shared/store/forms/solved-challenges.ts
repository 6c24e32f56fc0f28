import * as z from 'zod/mini';
import type { Instant } from '../../domain/time.ts';
import { Entity } from '../entity.ts';
import { text } from '../schema.ts';
import type { Table } from '../table.ts';

/** Longer than a solution is taken. */
const KEPT_SECONDS = 6 * 3_600;

export const solvedChallengeEntity = new Entity({
  kind: 'solved challenge',
  key: 'X#{challenge} / SOLVED',
  holds: () => z.object({ submission: text }),
  written: 'once',
  lives: '6 hours',
  largest: { bytes: 250, why: 'the id of a lead, and of a submission of at most 64 characters' },
});

/**
 * Uses the solution of a challenge for one submission of one lead: a page picks the id, so it may use one id for many
 * addresses. One write unit.
 * @returns whether it was not used for another
 */
export async function useSolution(
  table: Table,
  challenge: string,
  submission: string,
  now: Instant,
): Promise<boolean> {
  const written = await solvedChallengeEntity.put(
    table,
    { challenge },
    { submission },
    {
      onlyIf: 'attribute_not_exists(PK) OR submission = :submission',
      values: { ':submission': submission },
      also: { expiresAt: Math.floor(Date.parse(now) / 1000) + KEPT_SECONDS },
    },
  );
  return written === 'written';
}
