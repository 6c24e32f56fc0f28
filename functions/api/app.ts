import { Hono } from 'hono';
import { requireKey } from './authorisation.ts';
import { type ApiSystem, leadRoutes } from './leads.ts';
import { answerProblem, Problem } from './problem.ts';
import { reportRoutes } from './reports.ts';

export interface ApiSettings {
  keyHashes: readonly string[];
  publicUrl: string;
  /** Called when a request failed by no fault of its sender. */
  complain: (error: Error) => void;
}

/** The API for CRMs and products. */
export function apiApp(system: ApiSystem, { keyHashes, publicUrl, complain }: ApiSettings): Hono {
  const app = new Hono().basePath('/api');
  app.get('/openapi.json', async (c) => {
    // Only here: making the schemas of all answers takes a quarter of what starts.
    const { describeApi } = await import('./openapi.ts');
    return c.json(describeApi(publicUrl));
  });
  app.use(requireKey(keyHashes));
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
  });
  app.route('/leads', leadRoutes(system));
  app.route('/reports', reportRoutes(system));
  app.notFound((c) => answerProblem(c, new Problem(404, 'There is no such address; see /api/openapi.json')));
  app.onError((error, c) => {
    if (error instanceof Problem) return answerProblem(c, error);
    complain(error);
    return answerProblem(c, new Problem(503, 'This could not be done now; try again in a few seconds'));
  });
  return app;
}
