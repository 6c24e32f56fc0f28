import type { IncomingMessage, ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import type { Provider } from 'oidc-provider';
import { preferredLanguage } from '../../../shared/domain/language.ts';
import { signInPage } from './sign-in-page.tsx';

/** Where the provider asks who somebody is. */
export const SIGN_IN_PATH = '/sign-in/';

/** Shows who may sign in, or takes who somebody says they are. */
export async function answerSignIn(
  provider: Provider,
  users: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const language = preferredLanguage(undefined, request.headers['accept-language']);
  const show = (status: number, page: Partial<Parameters<typeof signInPage>[0]> = {}) => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(signInPage({ users, language, ...page }));
  };
  if (!(await isAsked(provider, request, response))) return show(400, { isOver: true });
  if (request.method !== 'POST') return show(200);
  const email = new URLSearchParams(await readText(request)).get('email')?.trim().toLowerCase() ?? '';
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) return show(422, { wrong: email });
  await provider.interactionFinished(request, response, { login: { accountId: email } });
}

/** Whether the provider waits for this browser. */
function isAsked(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  return provider.interactionDetails(request, response).then(
    () => true,
    () => false,
  );
}
