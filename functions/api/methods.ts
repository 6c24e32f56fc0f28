import type { Env, Hono, MiddlewareHandler } from 'hono';
import { Problem } from './problem.ts';

interface Path {
  pattern: RegExp;
  methods: string[];
}

/** Refuses a method that a path of the app does not have, and says which it has (RFC 9110, 15.5.6). */
export function knownMethods<E extends Env>(app: Hono<E>): MiddlewareHandler<E> {
  let paths: Path[] | undefined;
  return async (c, next) => {
    paths ??= pathsOf(app);
    const path = paths.find(({ pattern }) => pattern.test(c.req.path));
    if (path !== undefined && !path.methods.includes(c.req.method)) {
      const methods = path.methods.join(', ');
      c.header('Allow', methods);
      throw new Problem(405, `Use ${methods} here`);
    }
    await next();
  };
}

/** The paths with their methods, those without parameters first. */
function pathsOf<E extends Env>({ routes }: Hono<E>): Path[] {
  const byPath = Map.groupBy(
    routes.filter(({ method }) => method !== 'ALL'),
    ({ path }) => path,
  );
  return [...byPath]
    .sort(([a], [b]) => Number(a.includes(':')) - Number(b.includes(':')))
    .map(([path, some]) => {
      const methods = new Set(some.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])));
      return {
        pattern: new RegExp(`^${path.replace(/:\w+(\{.+\})?/g, (_, rest) => (rest ? '.+' : '[^/]+'))}$`),
        methods: [...methods],
      };
    });
}
