import type { LeadId } from '../../identity/ids.ts';

/**
 * Leads in a random order that the seed decides: the same for the same seed, and all but the same when leads come and go.
 * The first of them are a random sample of all.
 */
export function inSampleOrder(ids: Iterable<LeadId>, seed: string, most: number): LeadId[] {
  const start = mixed(seed, 0x811c9dc5);
  const ranked = Array.from(ids, (id) => ({ id, rank: mixed(id, start) }));
  ranked.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  return ranked.slice(0, most).map(({ id }) => id);
}

/** FNV-1a with the last steps of MurmurHash3, which spread it evenly over 32 bits. (public domain) */
function mixed(text: string, start: number): number {
  let hash = start;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
