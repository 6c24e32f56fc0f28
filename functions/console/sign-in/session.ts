import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Session } from '../../../shared/domain/console/person.ts';
import type { Viewer } from '../../../shared/domain/console/viewer.ts';
import type { Seal } from '../../../shared/gateways/console/sealed-token.ts';
import { findViewer } from '../../../shared/usecases/console/find-viewer.ts';
import type { PeopleSystem } from '../../../shared/usecases/console/people-system.ts';
import type { ConsoleEnv } from '../console-env.ts';

const COOKIE = '__Host-kansrijk';
const LIFE_SECONDS = 12 * 3_600;
/** What the cookie holds after somebody signed out, so that the issuer asks again who it is. */
const LEFT = 'signed-out';

export const hostOnly = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

export interface SessionSystem extends Pick<PeopleSystem, 'table' | 'now' | 'admins'> {
  seal: Seal;
}

/** Somebody sent a form and has no session any more. */
export class SignedOut extends Error {
  override name = 'SignedOut';
}

/** Whose session a request has, as they are now. */
export async function viewerIn(c: Context, system: SessionSystem): Promise<Viewer | undefined> {
  const session = await sessionIn(c, system);
  return session && (await findViewer(system, session));
}

/** Sets the viewer of a request. Whoever asks for a page without a session signs in first. */
export function requireViewer(system: SessionSystem): MiddlewareHandler<ConsoleEnv> {
  return async (c, next) => {
    const viewer = await viewerIn(c, system);
    if (viewer) {
      c.set('viewer', viewer);
      return next();
    }
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') throw new SignedOut();
    const isPart = c.req.header('hx-request') !== undefined;
    const asked = URL.parse((isPart && c.req.header('hx-current-url')) || c.req.url);
    const to = `/console/sign-in?${new URLSearchParams({ to: `${asked?.pathname}${asked?.search}` })}`;
    if (!isPart) return c.redirect(to);
    // htmx would put the page of the sign-in into a part of this one.
    c.header('hx-redirect', to);
    return c.body(null, 401);
  };
}

async function sessionIn(c: Context, { seal, now }: SessionSystem): Promise<Session | undefined> {
  const content = await seal.open(getCookie(c, COOKIE) ?? '', now());
  const { email, startedAt } = content ?? {};
  return typeof email === 'string' && typeof startedAt === 'string' ? { email, startedAt } : undefined;
}

export async function startSession(
  c: Context,
  { seal, now }: Pick<SessionSystem, 'seal' | 'now'>,
  { email, startedAt }: Session,
): Promise<void> {
  const token = await seal.seal({ email, startedAt }, now(), LIFE_SECONDS);
  setCookie(c, COOKIE, token, { ...hostOnly, maxAge: LIFE_SECONDS });
}

/** Signs this browser out. */
export function endSession(c: Context): void {
  setCookie(c, COOKIE, LEFT, { ...hostOnly, maxAge: LIFE_SECONDS });
}

/** Whether somebody signed out in this browser, and nobody signed in since. */
export function hasLeft(c: Context): boolean {
  return getCookie(c, COOKIE) === LEFT;
}

const FLOW_COOKIE = '__Host-kansrijk-sign-in';
const FLOW_SECONDS = 600;

/** Gives the browser what it has to bring back from the issuer. */
export async function startFlow(
  c: Context,
  { seal, now }: { seal: Seal; now: SessionSystem['now'] },
  flow: Readonly<Record<string, string>>,
): Promise<void> {
  setCookie(c, FLOW_COOKIE, await seal.seal(flow, now(), FLOW_SECONDS), {
    ...hostOnly,
    maxAge: FLOW_SECONDS,
  });
}

/** What the browser brings back, once. */
export async function takeFlow(
  c: Context,
  { seal, now }: { seal: Seal; now: SessionSystem['now'] },
): Promise<Record<string, unknown> | undefined> {
  const token = getCookie(c, FLOW_COOKIE);
  deleteCookie(c, FLOW_COOKIE, { path: '/', secure: true });
  return token === undefined ? undefined : seal.open(token, now());
}
