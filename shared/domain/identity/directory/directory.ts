import type { LeadId } from '../ids.ts';
import { type DirectoryChange, type DirectoryRow, type ErasedRow, isErasedRow } from './row.ts';

/** All leads as lists know them. */
export interface Directory {
  rows: Map<LeadId, DirectoryRow>;
  erased: Map<LeadId, ErasedRow>;
}

export function emptyDirectory(): Directory {
  return { rows: new Map(), erased: new Map() };
}

/**
 * Brings a directory up to date, in place. The newest version of each lead wins, so changes may come in any order and
 * with any repetition.
 */
export function applyChanges({ rows, erased }: Directory, changes: Iterable<DirectoryChange>): void {
  for (const change of changes) {
    const { id, version } = change;
    const known = rows.get(id) ?? erased.get(id);
    if (known !== undefined && known.version >= version) continue;
    if (isErasedRow(change)) {
      rows.delete(id);
      erased.set(id, change);
    } else {
      erased.delete(id);
      rows.set(id, change);
    }
  }
}
