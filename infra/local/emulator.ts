import { Hono } from 'hono';
import type { Settings } from '../settings.ts';
import { type Backend, startBackend } from './backend.ts';
import { settle } from './clock/settle.ts';
import { startTicking } from './clock/ticking.ts';
import { HttpApi } from './http-api/http-api.ts';
import { startIssuer } from './issuer/issuer.ts';
import { signInAs } from './issuer/sign-in-as.ts';
import type { LogLine } from './lambda/logs.ts';
import { backToPage, type Controls, errorResponse, localRoutes } from './local-routes.ts';
import type { Ports } from './ports.ts';
import { assertFree, portsFrom } from './ports.ts';
import type { Addresses, Demo, RunningTwin } from './running-twin.ts';
import { handlerOf, type Listening, listen } from './serve.ts';
import type { SendingQuota } from './services/ses/sending-quota.ts';
import { twinSettings } from './settings.ts';
import { cachedAssembly } from './template/assembly.ts';
import { CustomResources } from './template/custom-resources.ts';
import { readWiring } from './wiring.ts';

/** The port that assemblies are made for; on another port the addresses in the template are replaced. */
const NOMINAL_PORT = 4600;

export interface TwinOptions {
  /** The API's port; the website, the inbox, the AWS endpoint and the sign-in are on the next four. */
  port: number;
  /** `memory`, or a folder that survives a restart. */
  data: string;
  settings?: Settings;
  /** An address on the internet that receives the domain events; none unless given. */
  webhook?: string | undefined;
  /** Whether forms have a challenge; not unless given. */
  challenge?: boolean | undefined;
  /** Folder of a cloud assembly; without it the CDK app is synthesized, once for the same sources. */
  assembly?: string;
  /** 127.0.0.1 unless given. */
  host?: string;
  /** Where time begins when `data` holds none yet: this machine's time unless given. */
  now?: Date;
  /** What SES lets the account send, e.g. `{ dailyQuota: 5 }`: 14 mails a second and 50,000 a day unless given. */
  ses?: SendingQuota;
  onLog?: (line: LogLine) => void;
}

export interface Twin extends Controls, Pick<Backend, 'template'> {
  addresses: Addresses;
  ports: Ports;
  stop(): Promise<void>;
}

/**
 * Starts everything that the template describes, with the demo beside it, and resolves when it answers.
 * @throws Error that says what is in the way: a port in use, a template the twin cannot run, a custom
 * resource that fails.
 */
export async function startEmulator(
  options: TwinOptions,
  createDemo: (twin: RunningTwin) => Demo,
): Promise<Twin> {
  // Lambda's time zone: dates in functions must not depend on where this machine is.
  process.env.TZ = 'UTC';
  const { port, data, host = '127.0.0.1', webhook, challenge, now, ses, onLog } = options;
  const ports = portsFrom(port);
  await assertFree(ports, host);
  const assembly =
    options.assembly ??
    (await cachedAssembly(options.settings ?? twinSettings({ port: NOMINAL_PORT, webhook, challenge })));
  const isNominal = options.assembly === undefined && options.settings === undefined;
  const adapt = (template: string) => (isNominal ? withPort(template, port) : template);
  const backend = await startBackend({ assembly, ports, host, data, now, ses, adapt, onLog });
  const { template, functions, journal, clock, parts, services } = backend;
  const addresses = {
    api: `http://localhost:${ports.api}`,
    website: `http://localhost:${ports.website}`,
    inbox: `http://localhost:${ports.inbox}`,
    aws: `http://127.0.0.1:${ports.aws}`,
  };
  const httpApi = new HttpApi({ template, functions, clock });
  const responseUrl = `http://127.0.0.1:${ports.api}/_local/custom-resources`;
  const customResources = new CustomResources({
    ...{ template, functions, journal, responseUrl },
    log: (text) => backend.logs.add({ function: 'twin', text, isError: true }),
  });

  let ready = false;
  let moving: Promise<unknown> = Promise.resolve();
  const stopping = new AbortController();
  const settled = () => settle(parts, { stopping: stopping.signal });
  const controls: Controls = {
    ...{ ...backend, customResources, settled },
    isReady: () => ready,
    signInAs: (email, to) => signInAs({ api: addresses.api, email, to }),
    advance(milliseconds) {
      const move = moving.then(() => clock.advance(milliseconds, parts, settled));
      moving = move.catch(() => {});
      return move.then(() => {});
    },
  };

  const demo = createDemo({
    ...{ ...services, addresses, settled },
    table: {
      name: functions.environment('TABLE_NAME')[0] ?? '',
      call: (operation, input) => services.dynamodb.call(operation, input) as Promise<never>,
      lastWritten: services.dynamodb.lastWritten,
    },
    wiring: readWiring({ template, functions, httpApi }),
    now: () => clock.now(),
    userPools: (operation, input) => services.userPools.call(operation, input),
    environment: (variable) => functions.environment(variable),
  });
  const own = new Hono()
    .use(backToPage)
    .route('/', demo.pages)
    .route('/', localRoutes(controls))
    .onError(errorResponse);
  const handleOwn = handlerOf(own);
  const servers: Listening[] = [
    await listen(
      async (request, response) => {
        const url = request.url ?? '/';
        // Cookies and forms of the console belong to the public address.
        if (request.headers.host === `127.0.0.1:${ports.api}` && /^\/console\b/.test(url))
          response.writeHead(307, { location: addresses.api + url }).end();
        else if (isOwn(url)) await handleOwn(request, response);
        else await httpApi.handle(request, response);
      },
      ports.api,
      host,
    ),
  ];
  const ticking = startTicking(parts, clock, () => moving);
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()));
    stopping.abort();
    // A move of time that is under way must not find the journal closed.
    await Promise.all([moving, ticking.stop()]);
    await backend.stop();
  };
  try {
    servers.push(await listen(handlerOf(demo.website), ports.website, host));
    servers.push(await listen(handlerOf(demo.inbox), ports.inbox, host));
    const { userPools } = services;
    const issuer = await startIssuer({
      ...{ port: ports.issuer, host, resources: template.resources, clockOffset: clock.shared },
      users: userPools.users(),
    });
    if (issuer) {
      servers.push(issuer);
      userPools.onChange((users) => issuer.setUsers(users));
    }
    await customResources.deploy();
    await demo.prepare();
  } catch (error) {
    await stop();
    throw error;
  }
  ready = true;
  return { ...controls, template, addresses, ports, stop };
}

function isOwn(url: string): boolean {
  const path = url.split('?')[0] ?? '';
  return path === '/' || path === '/_local' || path.startsWith('/_local/');
}

function withPort(template: string, port: number): string {
  return template
    .replaceAll(`http://localhost:${NOMINAL_PORT}`, `http://localhost:${port}`)
    .replaceAll(`http://localhost:${NOMINAL_PORT + 1}`, `http://localhost:${port + 1}`);
}
