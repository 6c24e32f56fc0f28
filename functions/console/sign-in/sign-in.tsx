import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Expected, OpenId } from '../../../shared/gateways/console/open-id.ts';
import type { Seal } from '../../../shared/gateways/console/sealed-token.ts';
import type { Ending } from '../../../shared/web/console/sign-in/message.tsx';
import type { ConsoleEnv } from '../console-env.ts';
import type { ShowPage } from '../show-page.ts';
import { returnPath } from './return-path.ts';
import {
  endSession,
  hasLeft,
  requireViewer,
  type SessionSystem,
  startFlow,
  startSession,
  takeFlow,
} from './session.ts';

export interface SignInSystem extends SessionSystem {
  /** Seals what a browser keeps while somebody signs in. */
  flowSeal: Seal;
  openId: OpenId;
  publicUrl: string;
}

const STATUS: Readonly<Record<Ending, ContentfulStatusCode>> = {
  again: 400,
  unverified: 403,
  unlisted: 403,
  left: 200,
  back: 200,
};

/** Signing in and out. Only what the issuer says signs somebody in: no link in a mail does. */
export function signInRoutes(system: SignInSystem, show: ShowPage): Hono<ConsoleEnv> {
  const { admins, now, openId, publicUrl } = system;
  const flows = { seal: system.flowSeal, now };
  const end = async (c: Context<ConsoleEnv>, ending: Ending) => {
    const { language } = c.var;
    const [{ SignInMessage }, { signInWords }] = await Promise.all([
      import('../../../shared/web/console/sign-in/message.tsx'),
      import('../../../shared/web/console/sign-in/words.ts'),
    ]);
    const content = <SignInMessage ending={ending} admins={admins} language={language} />;
    const title = signInWords[language].titles[ending];
    return show(c, { title, content, status: STATUS[ending], isOnce: ending !== 'back' });
  };
  const routes = new Hono<ConsoleEnv>();

  routes.get('/sign-in', async (c) => {
    const { url, expected } = await openId.begin({
      asksAgain: hasLeft(c) || c.req.query('other') !== undefined,
    });
    await startFlow(c, flows, { ...expected, to: returnPath(c.req.query('to'), publicUrl) });
    return c.redirect(url);
  });

  routes.get('/sign-in/back', async (c) => {
    const flow = flowOf(await takeFlow(c, flows));
    if (flow === undefined) return end(c, 'again');
    const found = await openId.finish(new URL(c.req.url), flow);
    if (found.result === 'refused') return end(c, 'again');
    if (found.result === 'unverified') return end(c, 'unverified');
    const { signIn } = await import('../../../shared/usecases/console/sign-in.ts');
    const signedIn = await signIn(system, found);
    if (signedIn === undefined) return end(c, 'unlisted');
    await startSession(c, system, signedIn.session);
    return c.redirect(flow.to, 303);
  });

  // For whoever signed in beside a page with something typed in it.
  routes.get('/sign-in/done', requireViewer(system), (c) => end(c, 'back'));

  routes.post('/sign-out', (c) => {
    endSession(c);
    return end(c, 'left');
  });
  return routes;
}

function flowOf(content: Record<string, unknown> = {}): (Expected & { to: string }) | undefined {
  const { state, nonce, verifier, to } = content;
  const texts = [state, nonce, verifier, to];
  if (!texts.every((text) => typeof text === 'string')) return undefined;
  return content as unknown as Expected & { to: string };
}
