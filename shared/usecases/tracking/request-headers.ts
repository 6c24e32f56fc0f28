import { isbot } from 'isbot';
import type { BotSign } from '../../domain/tracking/event.ts';

/** The headers of a request, names in lower case. */
export type Headers = Readonly<Record<string, string | undefined>>;

/** Whether the browser sends Global Privacy Control: nothing may be tracked (w3c.github.io/gpc). */
export function optsOut(headers: Headers): boolean {
  return headers['sec-gpc'] === '1';
}

/** What shows that a bot sent a request; undefined when nothing does. */
export function botSign(headers: Headers): BotSign | undefined {
  const purpose = headers['sec-purpose'] ?? headers.purpose ?? headers['x-moz'] ?? '';
  if (/prefetch|prerender|preview/.test(purpose)) return 'prefetch';
  return isbot(headers['user-agent']) ? 'user-agent' : undefined;
}
