import type { Context, MiddlewareHandler } from 'hono';
import * as z from 'zod/mini';
import { checked, INVALID, Problem } from './problem.ts';

/** The parameters of a request, each given at most once. @throws Problem that names what is wrong */
export function queryOf<S extends z.ZodMiniType>(c: Context, schema: S): z.output<S> {
  const repeated = Object.entries(c.req.queries()).filter(([, values]) => values.length > 1);
  if (repeated.length > 0) {
    const errors = repeated.map(([name]) => [name, 'Give this parameter once']);
    throw new Problem(400, INVALID, Object.fromEntries(errors));
  }
  return checked(schema, c.req.query(), 400);
}

const noQuery = z.strictObject({});

/** Refuses any parameter. */
export const withoutQuery: MiddlewareHandler = async (c, next) => {
  queryOf(c, noQuery);
  await next();
};
