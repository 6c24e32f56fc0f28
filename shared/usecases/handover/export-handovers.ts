import type { Viewer } from '../../domain/console/viewer.ts';
import { findRows } from '../../domain/identity/directory/find.ts';
import { isInPart, type Part } from '../../domain/identity/directory/part.ts';
import { recordLog } from '../console/record-log.ts';
import { type DeskSystem, deskLeads, filterOf } from './read-desk.ts';

/** Hand-overs in a file: far below the six megabytes that an answer may have. */
export const HANDOVERS_IN_FILE = 2_000;

/**
 * A part of the hand-overs that nobody took, or of which sales was reminded, for a file: the longest wait first. It is
 * logged before it is read.
 */
export async function exportHandovers(
  system: DeskSystem,
  viewer: Viewer,
  list: 'open' | 'overdue',
  part: Part,
): Promise<Awaited<ReturnType<typeof deskLeads>>> {
  const { rows } = await system.directory();
  const all = [...rows.values()].filter(({ id }) => isInPart(id, part));
  const found = findRows(all, filterOf(list), { order: 'waiting', limit: HANDOVERS_IN_FILE });
  const deed = { kind: 'leads-exported', detail: `handovers ${list}`, count: found.rows.length } as const;
  await recordLog(system, { who: viewer.email }, deed);
  return deskLeads(system, found.rows);
}
