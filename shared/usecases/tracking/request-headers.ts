import { isbot } from 'isbot';
import type { BotSign } from '../../domain/tracking/event.ts';

/** The headers of a request, names in lower case. */
export type Headers = Readonly<Record<string, string | undefined>>;

/** Whether the browser sends Global Privacy Control: nothing may be tracked (w3c.github.io/gpc). */
export function optsOut(headers: Headers): boolean {
  return headers['sec-gpc'] === '1';
}

/**
 * Tells the clients that react to one mail apart, by their address and user agent; nothing when the address is unknown. It
 * is different for each mail, so that it says nothing about what a client does elsewhere.
 */
export async function clientMark(
  mail: string,
  ip: string | undefined,
  headers: Headers,
): Promise<{ by?: string }> {
  if (ip === undefined) return {};
  const text = new TextEncoder().encode(`${mail} ${ip} ${headers['user-agent']}`);
  const digest = await crypto.subtle.digest('SHA-256', text);
  return { by: Buffer.from(digest).toString('base64url').slice(0, 5) };
}

/** What shows that a bot sent a request; undefined when nothing does. */
export function botSign(headers: Headers): BotSign | undefined {
  const purpose = headers['sec-purpose'] ?? headers.purpose ?? headers['x-moz'] ?? '';
  if (/prefetch|prerender|preview/.test(purpose)) return 'prefetch';
  return isbot(headers['user-agent']) ? 'user-agent' : undefined;
}
