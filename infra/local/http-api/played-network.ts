import { createHash } from 'node:crypto';

/** The twin's own header: the IP address that a client of this machine plays. */
export const PLAYED_IP = 'x-twin-source-ip';

/** The header of somebody in a network of their own, which follows from who it is. */
export function playedNetwork(who: string): { [PLAYED_IP]: string } {
  const [a, b, c] = new Uint16Array(createHash('sha256').update(who).digest().buffer);
  const parts = [a, b, c].map((part = 0) => part.toString(16));
  return { [PLAYED_IP]: `fd00:${parts.join(':')}::1` };
}
