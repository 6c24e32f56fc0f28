import type { LookupAddress } from 'node:dns';
import type { ClientRequest, IncomingMessage } from 'node:http';
import type { RequestOptions } from 'node:https';
import { isPublicAddress } from './public-address.ts';

const TIMEOUT_MS = 10_000;
/** The most bytes of a response body to receive; the body is not used. */
const RESPONSE_BYTES = 4_096;

/** The response of the receiver, or why there is none. */
export type WebhookResponse =
  | { status: number; retryAfter?: string }
  /** `silent`: the attempt timed out, and so would another one right now. */
  | { error: string; silent?: true };

/** Sends the body to the URL; never throws. */
export type SendWebhook = (
  url: string,
  headers: Record<string, string>,
  body: string,
) => Promise<WebhookResponse>;

/** The network, replaceable in tests. */
export interface Network {
  /** All addresses of a host. */
  resolve: (host: string) => Promise<readonly LookupAddress[]>;
  /** As `request` of node:https. */
  request: (options: RequestOptions, onResponse: (response: IncomingMessage) => void) => ClientRequest;
  isAllowed: (address: string) => boolean;
  timeoutMs: number;
}

/**
 * Sends webhooks to the public internet only: a host with any address that is not public is not called, the connection
 * goes to the address that was checked, and redirects are not followed.
 * @param given for tests
 */
export function webhookSender(given: Partial<Network> = {}): SendWebhook {
  return async (url, headers, body) => {
    const { hostname } = new URL(url);
    const { timeoutMs = TIMEOUT_MS, isAllowed = isPublicAddress } = given;
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const addresses = await beforeAbort((given.resolve ?? resolveAll)(hostname), signal);
      if (addresses.length === 0) return { error: 'no-address' };
      if (!addresses.every(({ address }) => isAllowed(address))) return { error: 'address-not-public' };
      // Prefer IPv4: Lambda has no IPv6 to the internet.
      const { address } = addresses.find(({ family }) => family === 4) ?? (addresses[0] as LookupAddress);
      const request = given.request ?? (await import('node:https')).request;
      const options = { ...requestOptions(address, url, headers, body), signal };
      return await responseTo(request, options, body);
    } catch (error) {
      const { name, code = name } = error as NodeJS.ErrnoException;
      return signal.aborted ? { error: 'no-answer-in-time', silent: true } : { error: code };
    }
  };
}

/** Connects to the address, so that the name is not resolved again. TLS verifies the name. */
function requestOptions(
  address: string,
  url: string,
  headers: Record<string, string>,
  body: string,
): RequestOptions {
  const { hostname, pathname, search } = new URL(url);
  return {
    method: 'POST',
    host: address,
    port: 443,
    servername: hostname,
    path: pathname + search,
    agent: false,
    headers: {
      ...headers,
      host: hostname,
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Kansrijk',
      connection: 'close',
    },
  };
}

async function resolveAll(host: string): Promise<readonly LookupAddress[]> {
  const { lookup } = await import('node:dns/promises');
  return lookup(host, { all: true });
}

function beforeAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

/** Resolves with the status; errors after it are ignored. */
function responseTo(
  request: Network['request'],
  options: RequestOptions,
  body: string,
): Promise<WebhookResponse> {
  return new Promise((resolve, reject) => {
    let received: WebhookResponse | undefined;
    const call = request(options, (response) => {
      const retryAfter = response.headers['retry-after'];
      const result = { status: response.statusCode ?? 0, ...(retryAfter !== undefined && { retryAfter }) };
      received = result;
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > RESPONSE_BYTES) call.destroy();
      });
      response.on('error', () => resolve(result));
      response.on('close', () => resolve(result));
    });
    call.on('error', (error) => (received ? resolve(received) : reject(error)));
    call.end(body);
  });
}
