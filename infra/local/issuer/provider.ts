import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { Configuration, KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { IssuerData } from './issuer-protocol.ts';
import { SIGN_IN_PATH } from './sign-in-pages.ts';

/** The provider with the clients of the pool. Whoever signs in has the address that they say, and it counts as verified. */
export async function createProvider({ url, clients, provider }: IssuerData): Promise<Provider> {
  const oidc: typeof import('oidc-provider') = await import(provider);
  // A class of our own, because the provider warns of its own choice of the same.
  const { default: InMemory } = await import(new URL('adapters/memory_adapter.js', provider).href);
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const settings: Configuration = {
    adapter: class extends InMemory {},
    clients: clients.map(({ id, callbacks }) => ({
      client_id: id,
      redirect_uris: callbacks,
      token_endpoint_auth_method: 'none',
    })),
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    cookies: { keys: [randomBytes(32).toString('hex')] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    findAccount: (_, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, email: id, email_verified: true }),
    }),
    interactions: { url: (_, { uid }) => `${SIGN_IN_PATH}${uid}` },
    jwks: { keys: [privateKey.export({ format: 'jwk' })] },
    loadExistingGrant: grantAll,
    pkce: { required: () => true },
    ttl: { Session: 3_600, Grant: 3_600, Interaction: 900, IdToken: 300, AccessToken: 300 },
  };
  return new oidc.Provider(url, settings);
}

/** Asks nobody whether the console may know the address, as a pool does not. */
async function grantAll(ctx: KoaContextWithOIDC) {
  const { client, session, provider, params } = ctx.oidc;
  const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
  grant.addOIDCScope(String(params?.scope));
  await grant.save();
  return grant;
}
