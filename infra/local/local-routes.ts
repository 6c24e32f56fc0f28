import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as z from 'zod';
import type { Backend } from './backend.ts';
import { Unsettled } from './clock/settle.ts';
import { parseSpan } from './clock/virtual-clock.ts';
import { faultSchema } from './gateway/faults.ts';
import { quotaSchema } from './services/ses/sending-quota.ts';
import type { CustomResources } from './template/custom-resources.ts';

const clockSchema = z.strictObject({
  advance: z
    .string()
    .refine((text) => parseSpan(text) !== undefined, 'must be a span such as 7d, 12h or 20m'),
});

/** What the routes read and control. */
export interface Controls
  extends Pick<Backend, 'clock' | 'services' | 'functions' | 'faults' | 'usage' | 'logs'> {
  customResources: CustomResources;
  isReady(): boolean;
  /** Goes through the whole sign-in of the console as somebody. */
  signInAs(email: string, to: string): Promise<Response>;
  /** Moves time forward by some milliseconds; resolves when everything that became due is done. */
  advance(milliseconds: number): Promise<void>;
  /** Resolves when streams, queues and the bus are empty and no function runs. */
  settled(): Promise<void>;
}

/** The emulator's own routes, all under `/_local`. */
export function localRoutes(twin: Controls): Hono {
  const app = new Hono().basePath('/_local');

  app.get('/health', (c) =>
    twin.isReady() ? c.json({ ok: true }) : c.json({ ok: false, error: 'still starting' }, 503),
  );

  app.get('/sign-in', async (c) => {
    const email = c.req.query('as');
    if (!email) return c.json({ error: 'as: must be the e-mail address of whoever signs in' }, 400);
    return twin.signInAs(email, c.req.query('to') ?? '/console');
  });

  app.get('/clock', (c) => c.json(now(twin)));
  app.post('/clock', async (c) => {
    const { advance } = await checked(c.req.raw, clockSchema);
    await twin.advance(parseSpan(advance) as number);
    return c.json(now(twin));
  });
  app.get('/settled', async (c) => {
    await twin.settled();
    return c.json({ settled: true, ...now(twin) });
  });

  app.get('/mails', (c) => c.json(twin.services.mails.all(c.req.query('to'), c.req.query('since'))));
  app.get('/quota', (c) => c.json(twin.services.quota.read()));
  app.post('/quota', async (c) => {
    twin.services.quota.set(await checked(c.req.raw, quotaSchema));
    return c.json(twin.services.quota.read());
  });
  app.delete('/quota', (c) => {
    twin.services.quota.reset();
    return c.json(twin.services.quota.read());
  });
  app.get('/slack', (c) => c.json(twin.services.slackPosts()));
  app.get('/bus', (c) => c.json(twin.services.busEvents()));
  app.get('/dead-letters', (c) => c.json(twin.services.deadLetters()));
  app.get('/logs', (c) => c.json(twin.logs.of(c.req.query('function'))));

  app.get('/usage', (c) => c.json(twin.usage.report()));
  app.delete('/usage', (c) => {
    twin.usage.reset();
    return c.json(twin.usage.report());
  });

  app.get('/faults', (c) => c.json(twin.faults.left()));
  app.post('/faults', async (c) => {
    const fault = await checked(c.req.raw, faultSchema);
    assertFunction(twin, fault.function);
    twin.faults.add(fault);
    return c.json(twin.faults.left());
  });
  app.delete('/faults', (c) => {
    twin.faults.clear();
    return c.json([]);
  });

  app.post('/invoke/:function', async (c) => {
    const name = c.req.param('function');
    const settings = twin.functions.byShortName(name);
    if (!settings) return c.json({ error: unknownFunction(twin, name) }, 404);
    return c.json(await twin.functions.invoke(settings.logicalId, await json(c.req.raw)));
  });

  // Where the functions of custom resources put their response, as at CloudFormation's own address.
  app.put('/custom-resources/:request', async (c) => {
    const taken = twin.customResources.receive(
      c.req.param('request'),
      (await json(c.req.raw)) as Record<string, string>,
    );
    return taken ? c.json({}) : c.json({ error: 'nothing waits for this response' }, 404);
  });

  app.all('*', (c) => c.json({ error: `the twin has no route ${c.req.method} ${c.req.path}` }, 404));
  return app;
}

/** Turns an error of any route of the emulator or the demo into its response. */
export function errorResponse(error: Error, c: Context): Response {
  if (error instanceof HTTPException) return c.json({ error: error.message }, error.status);
  if (error instanceof Unsettled) return c.json({ error: error.message }, 504);
  console.error(error);
  return c.json({ error: error.message }, 500);
}

function now(twin: Controls): { now: string } {
  return { now: new Date(twin.clock.now()).toISOString() };
}

const FORM = 'application/x-www-form-urlencoded';

/** Leads whoever pressed a button without a script back to the page of that button. */
export const backToPage: MiddlewareHandler = async (c, next) => {
  await next();
  const isForm = c.req.method === 'POST' && c.req.header('content-type') === FORM;
  if (isForm && c.res.ok) c.res = c.redirect('/', 303);
};

async function json(request: Request): Promise<unknown> {
  const text = await request.text();
  if (request.headers.get('content-type') === FORM) return Object.fromEntries(new URLSearchParams(text));
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    throw new HTTPException(400, { message: 'the body must be JSON' });
  }
}

async function checked<T extends z.ZodType>(request: Request, schema: T): Promise<z.output<T>> {
  const result = schema.safeParse(await json(request));
  if (result.success) return result.data;
  const mistakes = result.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  throw new HTTPException(400, { message: mistakes.join('; ') });
}

function assertFunction(twin: Controls, name: string | undefined): void {
  if (name === undefined || twin.functions.byShortName(name)) return;
  throw new HTTPException(400, { message: `function: ${unknownFunction(twin, name)}` });
}

function unknownFunction(twin: Controls, name: string): string {
  const names = twin.functions.all.map(({ shortName }) => shortName);
  return `there is no function ${name}; there are ${names.join(', ')}`;
}
