import type { Configuration } from 'openid-client';
import type { Instant } from '../../domain/time.ts';

/** The issuer that says who somebody is, and what it knows us by. */
export interface IssuerSettings {
  url: string;
  clientId: string;
  /** Absent: a public client, which PKCE protects. */
  clientSecret?: (() => Promise<string>) | undefined;
  /** Where it sends people back. */
  callback: string;
  /** How it is told to ask again who it is: providers of companies know `select_account`, and some not `login`. */
  prompt: 'login' | 'select_account';
  /** Its addresses count without a statement that they were verified. */
  isTrusted?: boolean | undefined;
}

/** What a sign-in that is under way has to bring back. */
export interface Expected {
  state: string;
  nonce: string;
  verifier: string;
}

/** What the issuer says. */
export type Identified =
  | { result: 'identified'; email: string; name: string | undefined }
  /** It does not say that the address is theirs. */
  | { result: 'unverified' }
  /** What came back does not belong to what was begun, was used before, or says that the person gave up. */
  | { result: 'refused' };

/** An OpenID Connect client (code flow with PKCE). Create it once per process. */
export interface OpenId {
  /** @param asksAgain whether the issuer asks who it is, even if it knows this browser */
  begin({ asksAgain }: { asksAgain: boolean }): Promise<{ url: string; expected: Expected }>;
  /** @param back the address with which the browser came back */
  finish(back: URL, expected: Expected): Promise<Identified>;
}

/** What the issuer publishes about itself is read again after this long; its keys every five minutes, when needed. */
const KEPT_MS = 3_600_000;

export function openId(settings: IssuerSettings, now: () => Instant): OpenId {
  let kept: { configuration: Promise<Configuration>; at: number } | undefined;

  function configuration(): Promise<Configuration> {
    const at = Date.parse(now());
    if (kept && Math.abs(at - kept.at) < KEPT_MS) return kept.configuration;
    const read = discover(settings);
    kept = { configuration: read, at };
    read.catch(() => (kept = undefined));
    return read;
  }

  return {
    async begin({ asksAgain }) {
      const { buildAuthorizationUrl, calculatePKCECodeChallenge, ...random } = await import('openid-client');
      const verifier = random.randomPKCECodeVerifier();
      const expected = { state: random.randomState(), nonce: random.randomNonce(), verifier };
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: settings.callback,
        scope: 'openid email profile',
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: expected.state,
        nonce: expected.nonce,
        ...(asksAgain && { prompt: settings.prompt }),
      });
      return { url: url.href, expected };
    },
    async finish(back, { state, nonce, verifier }) {
      const client = await import('openid-client');
      // The issuer knows our public address; the one in the request depends on what stands in between.
      const url = new URL(settings.callback);
      url.search = back.search;
      try {
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
        const tokens = await client.authorizationCodeGrant(await configuration(), url, checks);
        return identified(tokens.claims() ?? {}, settings);
      } catch (error) {
        if (isRefusal(error, client)) return { result: 'refused' };
        throw error;
      }
    },
  };
}

async function discover({ url, clientId, clientSecret }: IssuerSettings): Promise<Configuration> {
  const { allowInsecureRequests, discovery, enableNonRepudiationChecks, None } = await import(
    'openid-client'
  );
  const secret = await clientSecret?.();
  const issuer = new URL(url);
  return discovery(issuer, clientId, secret, secret === undefined ? None() : undefined, {
    execute: [
      // The signature of what the issuer says is checked too: TLS alone says only who answered.
      enableNonRepudiationChecks,
      // Only on this machine: the settings take no other address without TLS.
      ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : []),
    ],
    timeout: TIMEOUT_SECONDS,
  });
}

const TIMEOUT_SECONDS = 5;

/** Codes of openid-client for an answer that is not the one that was asked for. */
const REFUSALS = new Set([
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_KEY_SELECTION_FAILED',
]);

function identified(
  claims: Readonly<Record<string, unknown>>,
  { isTrusted = false }: IssuerSettings,
): Identified {
  const { email, email_verified: isVerified, name } = claims;
  if (typeof email !== 'string') return { result: 'unverified' };
  if (isVerified !== true && !(isTrusted && isVerified === undefined)) return { result: 'unverified' };
  return { result: 'identified', email, name: typeof name === 'string' ? name : undefined };
}

/** Whether the other side said no, or what came back is not right; all else may pass by itself. */
function isRefusal(error: unknown, client: typeof import('openid-client')): boolean {
  if (error instanceof client.AuthorizationResponseError) return true;
  if (error instanceof client.ResponseBodyError) return error.status < 500;
  return error instanceof client.ClientError && REFUSALS.has(error.code ?? '');
}
