import { hkdfSync } from 'node:crypto';
import type { Instant } from '../../domain/time.ts';

/** What a browser keeps for us without reading or changing it. */
export interface Seal {
  /** The content, unreadable, for so many seconds. */
  seal(content: Readonly<Record<string, string>>, now: Instant, seconds: number): Promise<string>;
  /** What was sealed; undefined when it is too old, was changed, or was sealed for another purpose or by another stack. */
  open(token: string, now: Instant): Promise<Record<string, unknown> | undefined>;
}

/**
 * Seals for one purpose of one stack: the key follows from both, so what another stage or another deployment sealed
 * opens nothing here.
 */
export function sealFor(purpose: string, { key, stack }: { key: string; stack: string }): Seal {
  const secret = new Uint8Array(hkdfSync('sha256', key, '', `kansrijk console ${purpose} of ${stack}`, 32));
  return {
    async seal(content, now, seconds) {
      const { EncryptJWT } = await import('jose/jwt/encrypt');
      return new EncryptJWT(content)
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setExpirationTime(new Date(Date.parse(now) + seconds * 1000))
        .encrypt(secret);
    },
    async open(token, now) {
      const { jwtDecrypt } = await import('jose/jwt/decrypt');
      try {
        const { payload } = await jwtDecrypt(token, secret, {
          currentDate: new Date(now),
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
          requiredClaims: ['exp'],
        });
        return payload;
      } catch {
        return undefined;
      }
    },
  };
}
