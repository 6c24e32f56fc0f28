import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Viewer } from '../../shared/domain/console/viewer.ts';
import { isLeadId } from '../../shared/domain/identity/ids.ts';
import { type LogSystem, recordLog } from '../../shared/usecases/console/record-log.ts';

/** Logs that somebody was refused the page of a request, or may not send to it, and about which lead. */
export function logRefusal(
  system: LogSystem,
  { email }: Pick<Viewer, 'email'>,
  c: Context,
  why?: 'foreign-origin',
): Promise<void> {
  const [, id = ''] = /^\/console\/leads\/([^/]+)/.exec(c.req.path) ?? [];
  const detail = [routeOf(c), why].filter(Boolean).join(' ');
  return recordLog(system, { who: email }, { kind: 'refused', detail, ...(isLeadId(id) && { about: id }) });
}

/** The pattern of the address that was asked for: it names no lead. */
function routeOf(c: Context): string {
  const route = matchedRoutes(c).findLast(({ method }) => method !== 'ALL');
  return `${c.req.method} ${route?.path ?? ''}`;
}
