import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import type { Resource } from '../template/resource.ts';
import type { IssuerClient, IssuerData, UsersMessage } from './issuer-protocol.ts';

interface Options {
  port: number;
  host: string;
  resources: readonly Resource[];
  clockOffset: SharedArrayBuffer;
  users: string[];
}

/** The OpenID provider that plays the user pool of the template. */
export interface Issuer {
  /** Says who is in the pool now. */
  setUsers(users: string[]): void;
  stop(): Promise<void>;
}

/** The address of the issuer on a port, as the template's pool has it. */
export function issuerUrl(port: number): string {
  return `http://localhost:${port}`;
}

/**
 * Starts the provider in a thread, where it lives in the twin's time: what it signs is read by functions.
 * @returns undefined when the template has no user pool
 */
export async function startIssuer({
  resources,
  users,
  port,
  ...options
}: Options): Promise<Issuer | undefined> {
  const clients = clientsIn(resources);
  if (clients.length === 0) return undefined;
  const workerData: IssuerData = {
    ...{ ...options, port, users, clients },
    url: issuerUrl(port),
    provider: import.meta.resolve('oidc-provider'),
  };
  const thread = new Worker(await threadScript(), { eval: true, workerData, execArgv: [] });
  thread.on('error', (error) => console.error(error));
  await once(thread, 'message');
  return {
    setUsers: (now) => thread.postMessage({ users: now } satisfies UsersMessage),
    async stop() {
      await thread.terminate();
    },
  };
}

function clientsIn(resources: readonly Resource[]): IssuerClient[] {
  return resources
    .filter(({ type }) => type === 'AWS::Cognito::UserPoolClient')
    .map(({ ref, properties }) => ({ id: ref, callbacks: properties.CallbackURLs }));
}

let script: Promise<string> | undefined;

/** The code of the thread without the provider, which it loads when somebody first signs in. */
function threadScript(): Promise<string> {
  script ??= build({
    entryPoints: [join(import.meta.dirname, 'issuer-thread.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    write: false,
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return script;
}
