/** The length of the hash of a key. */
export const HASH_LENGTH = 9;

/**
 * 46 bits of a key in nine characters, so that a day with a hundred keys stays near one write unit. The chance that
 * two of a hundred collide is 1 in 10^10. (cyrb53, public domain)
 */
export function hashKey(key: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  const bits = (b & 0x3fff) * 0x100000000 + (a >>> 0);
  return bits.toString(36).padStart(HASH_LENGTH, '0');
}
