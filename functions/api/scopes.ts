import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Scope } from '../../shared/domain/console/api-keys.ts';
import { type LogSystem, recordLog } from '../../shared/usecases/console/record-log.ts';
import type { ApiEnv } from './api-env.ts';
import { Problem } from './problem.ts';

/** What a key has to be for, by route. A route without a scope is closed to every key that has any limits. */
export const scopeOfRoute: Readonly<Record<string, Scope>> = {
  'GET /leads': 'read-leads',
  'POST /leads': 'change-leads',
  'POST /leads/lookup': 'read-leads',
  'GET /leads/{id}': 'read-leads',
  'GET /leads/{id}/events': 'read-leads',
  'POST /leads/{id}/actions': 'act-for-sales',
  'DELETE /leads/{id}': 'erase',
  'GET /playbook': 'read-playbook',
  'GET /playbook/versions': 'read-playbook',
  'GET /playbook/versions/{version}': 'read-playbook',
  'GET /playbook/draft/{file}': 'read-playbook',
  'PUT /playbook/draft/{file}': 'change-playbook',
  'DELETE /playbook/draft/{file}': 'change-playbook',
  'POST /playbook/pictures': 'change-playbook',
  'POST /playbook/discard': 'change-playbook',
  'POST /playbook/check': 'read-playbook',
  'POST /playbook/try': 'read-playbook',
  'POST /playbook/publish': 'change-playbook',
  'POST /playbook/versions/{version}/publish': 'change-playbook',
  'GET /reports/framework': 'reports',
  'GET /reports/funnel': 'reports',
  'GET /reports/mails': 'reports',
  'GET /reports/returns': 'reports',
};

/** Refuses a route that the key is not for, names what it would have to be for, and logs it. */
export function requireScope(system: LogSystem): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const { actor, scopes } = c.var;
    const route = routeOf(c);
    if (route === undefined || scopes === 'all') return next();
    const scope = scopeOfRoute[route];
    if (scope !== undefined && scopes.includes(scope)) return next();
    await recordLog(system, actor, { kind: 'refused', detail: route });
    const needed = scope === undefined ? 'No limited key may do this' : `This key is not for \`${scope}\``;
    throw new Problem(403, `${needed}; an admin makes keys in the console`, undefined, {
      ...(scope && { scope }),
    });
  };
}

/** The route that answers, as the description names it; undefined when there is none. */
function routeOf(c: Context): string | undefined {
  const route = matchedRoutes(c).findLast(({ method }) => method !== 'ALL');
  return route && describedRoute(route);
}

/** A route as the description names it, such as `GET /leads/{id}`. */
export function describedRoute({ method, path }: { method: string; path: string }): string {
  return `${method} ${path.replace('/api', '').replace(/:(\w+)(\{.+\})?/g, '{$1}')}`;
}
