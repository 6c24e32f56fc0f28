import { Hono } from 'hono';
import type { ApiKeySource } from '../../shared/usecases/console/find-api-key.ts';
import type { ApiEnv } from './api-env.ts';
import { requireKey } from './authorisation.ts';
import { type ApiSystem, leadRoutes } from './leads.ts';
import { knownMethods } from './methods.ts';
import { playbookRoutes } from './playbook/playbook.ts';
import { Problem, problemResponse } from './problem.ts';
import { withoutQuery } from './query.ts';
import { reportRoutes } from './reports.ts';
import { requireScope } from './scopes.ts';

export interface ApiSettings {
  /** The keys of `company.ts`. */
  keyHashes: readonly string[];
  /** The keys that were made in the console. */
  findKey: ApiKeySource;
  publicUrl: string;
  /** Called when a request failed through no fault of the client. */
  reportFailure: (error: Error) => void;
}

/** The API for CRMs and products. */
export function apiApp(
  system: ApiSystem,
  { keyHashes, findKey, publicUrl, reportFailure }: ApiSettings,
): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>().basePath('/api');
  app.get('/openapi.json', withoutQuery, async (c) => {
    // Loaded on demand: the schemas of all responses are a quarter of the cold start.
    const { describeApi } = await import('./openapi.ts');
    return c.json(describeApi(publicUrl));
  });
  app.use(requireKey(system, keyHashes, findKey));
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
  });
  app.use(knownMethods(app), requireScope(system));
  app.route('/leads', leadRoutes(system));
  app.route('/reports', reportRoutes(system));
  app.route('/playbook', playbookRoutes(system));
  app.notFound((c) => problemResponse(c, new Problem(404, 'There is no such route; see /api/openapi.json')));
  app.onError((error, c) => {
    if (error instanceof Problem) return problemResponse(c, error);
    reportFailure(error);
    return problemResponse(c, new Problem(503, 'This is not possible right now; try again in a few seconds'));
  });
  return app;
}
