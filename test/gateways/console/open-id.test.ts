import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Expected, openId } from '../../../shared/gateways/console/open-id.ts';
import { NOW } from '../../domain/builders.ts';

const CALLBACK = 'https://kansrijk.test/console/sign-in/back';
let url = '';
/** What the issuer says of whoever signs in. */
let claims: Record<string, unknown> = {};
let isDown = false;
let reads = 0;
let keyReads = 0;

const keys = generateKeyPair('RS256');
const foreignKeys = generateKeyPair('RS256');
/** How the issuer's answer is signed, if not by the key it publishes. */
let forged: { by?: typeof keys; kid?: string } = {};
const server = createServer(async (request, response) => {
  response.setHeader('content-type', 'application/json');
  if (isDown) return response.writeHead(503).end('{}');
  if (request.url?.startsWith('/.well-known/')) {
    reads += 1;
    const endpoints = { authorization_endpoint: `${url}/authorize`, token_endpoint: `${url}/token` };
    return response.end(JSON.stringify({ issuer: url, ...endpoints, jwks_uri: `${url}/keys` }));
  }
  if (request.url === '/keys') {
    keyReads += 1;
    const key = { ...(await exportJWK((await keys).publicKey)), kid: 'one' };
    return response.end(JSON.stringify({ keys: [key] }));
  }
  const token = await new SignJWT({ iss: url, aud: 'console', sub: '1', ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: forged.kid ?? 'one' })
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign((await (forged.by ?? keys)).privateKey);
  return response.end(JSON.stringify({ access_token: 'a', token_type: 'bearer', id_token: token }));
});

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});
beforeEach(() => {
  isDown = false;
  reads = 0;
  keyReads = 0;
  forged = {};
});

const client = (isTrusted = false) =>
  openId({ url, clientId: 'console', callback: CALLBACK, prompt: 'login', isTrusted }, () => NOW);

/** Signs in as whom the claims describe; `changed` is what the browser brings back otherwise. */
async function signIn(
  said: Record<string, unknown>,
  { isTrusted = false, changed = {} as Partial<Expected> } = {},
) {
  const console = client(isTrusted);
  const { expected } = await console.begin({ asksAgain: false });
  claims = { nonce: expected.nonce, ...said };
  return console.finish(new URL(`${CALLBACK}?code=1&state=${expected.state}`), { ...expected, ...changed });
}

describe('the way to the issuer', () => {
  it('has a state, a nonce and a challenge of its own each time, and asks for no more than who it is', async () => {
    const console = client();
    const [one, two] = [await console.begin({ asksAgain: false }), await console.begin({ asksAgain: true })];
    const [first, second] = [new URL(one.url).searchParams, new URL(two.url).searchParams];
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(first.get(name)).not.toBe(second.get(name));
    expect(Object.fromEntries(first)).toMatchObject({
      response_type: 'code',
      redirect_uri: CALLBACK,
      code_challenge_method: 'S256',
      scope: 'openid email profile',
    });
    expect([first.get('prompt'), second.get('prompt')]).toEqual([null, 'login']);
    expect(reads).toBe(1);
  });

  it('is found again after the issuer was away', async () => {
    const console = client();
    isDown = true;
    await expect(console.begin({ asksAgain: false })).rejects.toThrow();
    isDown = false;
    expect((await console.begin({ asksAgain: false })).url).toContain('/authorize?');
  });
});

describe('what the issuer says', () => {
  it('is who it is, when the address was verified', async () => {
    const said = { email: 'anna@kansrijk.test', email_verified: true, name: 'Anna' };
    expect(await signIn(said)).toEqual({ result: 'identified', email: 'anna@kansrijk.test', name: 'Anna' });
  });

  it.each([
    ['nothing about it', {}],
    ['that it was not', { email_verified: false }],
    ['it as a text', { email_verified: 'true' }],
  ])('is not enough when of the address it says %s', async (_, verified) => {
    expect(await signIn({ email: 'anna@kansrijk.test', ...verified })).toEqual({ result: 'unverified' });
  });

  it('may be nothing about the address when the company trusts its issuer, but not that it is false', async () => {
    const email = 'anna@kansrijk.test';
    expect(await signIn({ email }, { isTrusted: true })).toMatchObject({ result: 'identified' });
    const denied = await signIn({ email, email_verified: false }, { isTrusted: true });
    expect(denied).toEqual({ result: 'unverified' });
    expect(await signIn({}, { isTrusted: true })).toEqual({ result: 'unverified' });
  });

  it.each<[string, Record<string, unknown>, Partial<Expected>]>([
    ['another sign-in', { nonce: 'another' }, {}],
    ['another client', { aud: 'another' }, {}],
    ['another issuer', { iss: 'https://evil.test' }, {}],
    ['another state', {}, { state: 'forged' }],
  ])('is refused when it is for %s', async (_, said, changed) => {
    const verified = { email: 'anna@kansrijk.test', email_verified: true, ...said };
    expect(await signIn(verified, { changed })).toEqual({ result: 'refused' });
  });

  it.each([
    ['another key under the same name', { by: foreignKeys }],
    ['a key that it does not publish', { by: foreignKeys, kid: 'two' }],
  ])('is refused when it is signed by %s', async (_, by) => {
    forged = by;
    const said = { email: 'anna@kansrijk.test', email_verified: true };
    expect(await signIn(said)).toEqual({ result: 'refused' });
  });

  it('is checked against keys that are read once for many sign-ins', async () => {
    const console = client();
    const back = async () => {
      const { expected } = await console.begin({ asksAgain: false });
      claims = { nonce: expected.nonce, email: 'anna@kansrijk.test', email_verified: true };
      return console.finish(new URL(`${CALLBACK}?code=1&state=${expected.state}`), expected);
    };
    for (let n = 0; n < 3; n++) expect(await back()).toMatchObject({ result: 'identified' });
    expect(keyReads).toBe(1);
  });

  it('may be asked for again when the issuer has a fault', async () => {
    const console = client();
    const { expected } = await console.begin({ asksAgain: false });
    isDown = true;
    const back = new URL(`${CALLBACK}?code=1&state=${expected.state}`);
    await expect(console.finish(back, expected)).rejects.toThrow();
  });
});
