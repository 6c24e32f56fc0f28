import type http from 'node:http';
import { ATTEMPTS, type AwsCall, CONNECTIONS, TIMEOUT_MS } from './aws-call.ts';
import {
  dynamoDbEndpoint,
  type Environment,
  lambdaEndpoint,
  queueEndpoint,
  userPoolEndpoint,
} from './endpoints.ts';

/** Longest pause after the first attempt; it doubles. Short, because a browser waits. */
const PAUSE_MS = 50;

const services = {
  dynamodb: { endpoint: dynamoDbEndpoint, requestOf: jsonRequest('DynamoDB_20120810', '1.0') },
  sqs: { endpoint: queueEndpoint, requestOf: jsonRequest('AmazonSQS', '1.0') },
  'cognito-idp': {
    endpoint: userPoolEndpoint,
    requestOf: jsonRequest('AWSCognitoIdentityProviderService', '1.1'),
  },
  lambda: { endpoint: lambdaEndpoint, requestOf: invocation },
};

/** What a call of a service is over HTTP. */
interface ServiceRequest {
  path: string;
  headers: Record<string, string>;
  body: string;
}

function jsonRequest(target: string, version: string) {
  return (operation: string, input: object): ServiceRequest => ({
    path: '/',
    headers: {
      'Content-Type': `application/x-amz-json-${version}`,
      'X-Amz-Target': `${target}.${operation}`,
    },
    body: JSON.stringify(input, bytesAsText),
  });
}

/** Lambda's `Invoke`, the only operation that it is asked for: the answer is what the function returned. */
function invocation(_operation: string, input: object): ServiceRequest {
  const { FunctionName, Payload } = input as { FunctionName: string; Payload: object };
  const body = JSON.stringify(Payload);
  const headers = { 'Content-Type': 'application/json', 'X-Amz-Invocation-Type': 'RequestResponse' };
  return { path: `/2015-03-31/functions/${encodeURIComponent(FunctionName)}/invocations`, headers, body };
}

export interface CallOptions {
  /** How long it waits for an answer, in each attempt. */
  timeoutMs?: number;
  attempts?: number;
}

/**
 * Calls a service without the SDK, for functions that a browser waits for: a tenth of the SDK's load. Signs
 * (SigV4) with the credentials that the environment has at each call. Make it once per process.
 */
export function signedCall(
  service: keyof typeof services,
  env: Environment = process.env,
  { timeoutMs = TIMEOUT_MS, attempts = ATTEMPTS }: CallOptions = {},
): AwsCall {
  const { endpoint: endpointOf, requestOf } = services[service];
  let carrier: Promise<Carrier> | undefined;

  return async (operation, input) => {
    const region = env.AWS_REGION ?? '';
    const endpoint = await endpointOf(region, env, input);
    carrier ??= load(endpoint.protocol);
    const { aws4, client, agent } = await carrier;
    const request = {
      service,
      region,
      host: endpoint.host,
      method: 'POST',
      ...requestOf(operation, input),
    };
    for (let attempt = 1; ; attempt++) {
      const { headers = {} } = aws4.sign(structuredClone(request), {
        accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
        secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
        sessionToken: env.AWS_SESSION_TOKEN ?? '',
      });
      try {
        const to = { ...destination(endpoint), agent, timeout: timeoutMs };
        return await send(client, { ...request, headers, ...to });
      } catch (error) {
        if (attempt === attempts || !isTemporary(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * PAUSE_MS * 2 ** (attempt - 1)));
      }
    }
  };
}

/** An error response of the service, with the SDK's name for it. */
class ServiceError extends Error {
  readonly status: number;

  constructor(name: string, status: number) {
    super(`${name} (${status})`);
    this.name = name;
    this.status = status;
  }
}

function isTemporary(error: unknown): boolean {
  if (!(error instanceof ServiceError)) return true;
  return (
    error.status >= 500 ||
    /Throttl|TooManyRequests|ProvisionedThroughputExceeded|RequestLimit/.test(error.name)
  );
}

interface Carrier {
  aws4: typeof import('aws4');
  client: typeof http;
  agent: http.Agent;
}

/** Loads the HTTP client with the first call: loading TLS takes longer than the rest of a cold start. */
async function load(protocol: string): Promise<Carrier> {
  const [aws4, client] = await Promise.all([
    import('aws4'),
    protocol === 'https:' ? (import('node:https') as unknown as Promise<typeof http>) : import('node:http'),
  ]);
  const agent = new client.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  return { aws4: aws4.default ?? aws4, client, agent };
}

function destination({ hostname, port, protocol }: URL) {
  return { hostname, port: port || (protocol === 'https:' ? 443 : 80) };
}

function send(
  client: typeof http,
  { body, ...request }: http.RequestOptions & { body: string },
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const call = client.request(request, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        try {
          resolve(result(response, Buffer.concat(chunks).toString()));
        } catch (error) {
          reject(error);
        }
      });
    });
    call.on('timeout', () => call.destroy(new Error('No answer in time')));
    // The SDK's name for it.
    call.on('error', (error) => reject(Object.assign(error, { name: 'TimeoutError' })));
    call.end(body);
  });
}

function result({ statusCode: status = 0, headers }: http.IncomingMessage, text: string): unknown {
  const isFromFunction = headers['x-amz-executed-version'] !== undefined;
  // What a function that failed says of it may be about anybody.
  if (headers['x-amz-function-error'] !== undefined) throw new ServiceError('FunctionError', 424);
  const answer = JSON.parse(text, isFromFunction ? undefined : textAsBytes);
  if (status < 300) return answer;
  const type = String(answer.__type ?? headers['x-amzn-errortype'] ?? 'UnknownError').replace(/:.*/, '');
  throw new ServiceError(type.slice(type.lastIndexOf('#') + 1), status);
}

/** Bytes travel as base64. The value is read from its object: a Buffer has made itself JSON before it gets here. */
function bytesAsText(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const given = this[key];
  return given instanceof Uint8Array ? Buffer.from(given).toString('base64') : value;
}

/** In the JSON of DynamoDB only bytes are text under the name `B`: whatever else has that name is an object. */
function textAsBytes(key: string, value: unknown): unknown {
  return key === 'B' && typeof value === 'string' ? new Uint8Array(Buffer.from(value, 'base64')) : value;
}
