/**
 * 128 random bits in base64url: 22 characters. By Web Crypto, which is there already: `node:crypto` takes longer to
 * load than most of our functions.
 */
export function randomId(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url');
}
