import type { LookupAddress } from 'node:dns';
import type { ClientRequest, IncomingMessage } from 'node:http';
import type { RequestOptions } from 'node:https';
import { isPublicAddress } from './public-address.ts';

const TIMEOUT_MS = 10_000;
/** So much of an answer is listened to; nobody reads it. */
const ANSWER_BYTES = 4_096;

/** What the receiver said, or why it was never asked. */
export type WebhookResponse =
  | { status: number; retryAfter?: string }
  /** `silent`: it cost time, and asking the same receiver again right now would too. */
  | { error: string; silent?: true };

/** Sends the body to the address; never throws. */
export type SendWebhook = (
  url: string,
  headers: Record<string, string>,
  body: string,
) => Promise<WebhookResponse>;

/** What stands between us and the network. */
export interface Network {
  /** Every address of a host. */
  resolve: (host: string) => Promise<readonly LookupAddress[]>;
  /** Begins a request, as that of node:https. */
  request: (options: RequestOptions, onAnswer: (answer: IncomingMessage) => void) => ClientRequest;
  isAllowed: (address: string) => boolean;
  timeoutMs: number;
}

/**
 * Sends webhooks into the public internet and nowhere else: a host of which any address is not public is not called,
 * the connection goes to the very address that was looked at, and redirects are not followed.
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
      // Lambda speaks IPv4 to the internet: a host with both is reached by that.
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

/** A request to the address in the place of the name: nobody resolves it a second time. TLS proves the name. */
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

/** What comes after the status changes nothing. */
function responseTo(
  request: Network['request'],
  options: RequestOptions,
  body: string,
): Promise<WebhookResponse> {
  return new Promise((resolve, reject) => {
    let answer: WebhookResponse | undefined;
    const call = request(options, (response) => {
      const retryAfter = response.headers['retry-after'];
      const heard = { status: response.statusCode ?? 0, ...(retryAfter !== undefined && { retryAfter }) };
      answer = heard;
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > ANSWER_BYTES) call.destroy();
      });
      response.on('error', () => resolve(heard));
      response.on('close', () => resolve(heard));
    });
    call.on('error', (error) => (answer ? resolve(answer) : reject(error)));
    call.end(body);
  });
}
