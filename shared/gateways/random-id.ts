/**
 * 128 random bits in base64url: 22 characters. Uses Web Crypto, which is a global: `node:crypto` takes longer to load
 * than most of our functions.
 */
export function randomId(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url');
}
