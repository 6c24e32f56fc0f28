import type { Environment } from '../../../shared/contract/environment.ts';
import { normaliseEmail } from '../../../shared/domain/identity/email.ts';
import { openId } from '../../../shared/gateways/console/open-id.ts';
import { sealFor } from '../../../shared/gateways/console/sealed-token.ts';
import { secretReader } from '../../../shared/gateways/secrets.ts';
import { signedCall } from '../../../shared/gateways/signed-call.ts';
import type { PeopleSystem } from '../../../shared/usecases/console/people-system.ts';
import type { SignInSystem } from './sign-in.tsx';

/** How people sign in to this stack's console. */
export function signInSystem(
  env: Environment<'console'>,
  { table, now }: Pick<PeopleSystem, 'table' | 'now'>,
): SignInSystem & PeopleSystem {
  const { ISSUER, CLIENT_ID, CLIENT_SECRET, TRUSTS_ADDRESSES, USER_POOL_ID, PUBLIC_URL } = env;
  const stack = { key: env.IDENTITY_KEY, stack: env.STACK };
  const issuer = {
    url: ISSUER,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET === undefined ? undefined : secretReader(CLIENT_SECRET, now),
    callback: `${PUBLIC_URL}/console/sign-in/back`,
    prompt: USER_POOL_ID === undefined ? 'select_account' : 'login',
    isTrusted: TRUSTS_ADDRESSES === 'on',
  } as const;
  return {
    table,
    now,
    admins: env.ADMINS.map((address) => normaliseEmail(address) ?? address),
    pool: USER_POOL_ID === undefined ? undefined : { id: USER_POOL_ID, call: signedCall('cognito-idp') },
    seal: sealFor('session', stack),
    flowSeal: sealFor('sign-in', stack),
    openId: openId(issuer, now),
    publicUrl: PUBLIC_URL,
  };
}
