import type http from 'node:http';

/**
 * One call of an AWS service with the JSON protocol, signed (SigV4), with three attempts. The SDK does more
 * and takes ten times as long to load, which the functions that people wait for cannot afford.
 */
export type SignedCall = (service: Service, operation: string, input: unknown) => Promise<unknown>;

const services = {
  dynamodb: { target: 'DynamoDB_20120810', type: 'application/x-amz-json-1.0' },
  sqs: { target: 'AmazonSQS', type: 'application/x-amz-json-1.0' },
} as const;
type Service = keyof typeof services;

const ATTEMPTS = 3;
const TIMEOUT_MS = 1_500;
const BACKOFF_MS = 25;
/** At once, as the SDK has it: a process of Lambda may open about a thousand files, and a batch can hold more events. */
const CONNECTIONS = 50;

/** A caller with the credentials, region and endpoint that the environment gives at each call. */
export function signedCaller(env: Record<string, string | undefined>): SignedCall {
  let carrier: Promise<Carrier> | undefined;

  return async (service, operation, input) => {
    const region = env.AWS_REGION ?? 'us-east-1';
    const endpoint = new URL(
      env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] ??
        env.AWS_ENDPOINT_URL ??
        `https://${service}.${region}.amazonaws.com`,
    );
    carrier ??= load(endpoint.protocol);
    const { aws4, client, agent } = await carrier;
    const { target, type } = services[service];
    const request = {
      service,
      region,
      host: endpoint.host,
      path: '/',
      method: 'POST',
      headers: { 'Content-Type': type, 'X-Amz-Target': `${target}.${operation}` },
      body: JSON.stringify(input),
    };
    for (let attempt = 1; ; attempt++) {
      const signed = aws4.sign(structuredClone(request), {
        accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
        secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
        sessionToken: env.AWS_SESSION_TOKEN ?? '',
      });
      try {
        return await send(client, {
          ...request,
          headers: signed.headers ?? {},
          ...destination(endpoint),
          agent,
        });
      } catch (error) {
        if (attempt === ATTEMPTS || !isTemporary(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * BACKOFF_MS * 2 ** attempt));
      }
    }
  };
}

/** What AWS answered instead of a result, named as the SDK names it. */
class ServiceFailure extends Error {
  readonly status: number;

  constructor(name: string, status: number) {
    super(`${name} (${status})`);
    this.name = name;
    this.status = status;
  }
}

function isTemporary(error: unknown): boolean {
  if (!(error instanceof ServiceFailure)) return true;
  return error.status >= 500 || /Throttl|ProvisionedThroughputExceeded|RequestLimit/.test(error.name);
}

interface Carrier {
  aws4: typeof import('aws4');
  client: typeof http;
  agent: http.Agent;
}

/** What carries a call. Loading TLS takes longer than all else that starts, so the first call does it. */
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
    const call = client.request({ ...request, timeout: TIMEOUT_MS }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        try {
          resolve(result(response.statusCode ?? 0, Buffer.concat(chunks).toString()));
        } catch (error) {
          reject(error);
        }
      });
    });
    call.on('timeout', () => call.destroy(new Error('No answer in time')));
    call.on('error', reject);
    call.end(body);
  });
}

function result(status: number, text: string): unknown {
  const answer = text === '' ? {} : JSON.parse(text);
  if (status < 300) return answer;
  throw new ServiceFailure(
    String(answer.__type ?? 'UnknownError')
      .split('#')
      .pop() ?? '',
    status,
  );
}
