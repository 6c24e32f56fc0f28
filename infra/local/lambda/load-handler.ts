import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { join, relative } from 'node:path';

type Handler = (event: unknown, context: object) => unknown;

// Node's module loader: documented as open to changes, but missing in the types.
const loader = Module as unknown as {
  _extensions: Record<string, (module: { _compile(code: string, path: string): void }, path: string) => void>;
  _resolveFilename(request: string, ...rest: unknown[]): string;
};

/**
 * Loads the handler of a bundle as Lambda does: the bundle cannot require anything outside of it, and the
 * `package.json` of this repository has no effect.
 * @throws Error with Lambda's name for it, when the file, the export or a module does not exist.
 */
export function loadHandler(taskRoot: string, name: string): Handler {
  const [file, exported] = splitHandler(name);
  keepInside(taskRoot);
  const path = join(taskRoot, `${file}.js`);
  const handler = requireModule(path)[exported];
  if (typeof handler !== 'function')
    throw named('Runtime.HandlerNotFound', `${name} is undefined or not exported`);
  if (handler.length > 2)
    throw named(
      'Runtime.CallbackHandlerDeprecated',
      `${name} takes a callback; Node 24 wants async handlers`,
    );
  return handler as Handler;
}

function requireModule(path: string): Record<string, unknown> {
  try {
    return createRequire(path)(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw code === 'MODULE_NOT_FOUND' ? named('Runtime.ImportModuleError', (error as Error).message) : error;
  }
}

function keepInside(taskRoot: string): void {
  const resolve = loader._resolveFilename;
  loader._resolveFilename = (request, ...rest) => {
    const path = resolve(request, ...rest);
    if (!path.startsWith('/') && !/^[A-Za-z]:\\/.test(path)) return path;
    if (!relative(taskRoot, path).startsWith('..')) return path;
    throw Object.assign(new Error(`Cannot find module '${request}' inside the bundle`), {
      code: 'MODULE_NOT_FOUND',
    });
  };
  loader._extensions['.js'] = (module, path) => module._compile(readFileSync(path, 'utf8'), path);
}

function splitHandler(name: string): [string, string] {
  const dot = name.lastIndexOf('.');
  return [name.slice(0, dot), name.slice(dot + 1)];
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
