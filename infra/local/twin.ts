import { Hono } from 'hono';
import { PLAYBOOK } from '../demo/preview/playbook-files.ts';
import { previewRoutes } from '../demo/preview/preview-routes.tsx';
import { reportRoutes } from '../demo/reports/report-routes.ts';
import { startPage } from '../demo/start-page/start-page.tsx';
import { createWebsite } from '../demo/website/site.tsx';
import type { Settings } from '../settings.ts';
import { cachedAssembly } from './assembly.ts';
import { startBackend } from './backend.ts';
import { CustomResources } from './custom-resources.ts';
import { HttpApi } from './http-api/http-api.ts';
import type { LogLine } from './lambda/logs.ts';
import { localRoutes } from './local-routes.ts';
import { assertFree, portsFrom } from './ports.ts';
import type { RunningTwin } from './running-twin.ts';
import { fromFetch, type Listening, listen } from './serve.ts';
import type { SendingQuota } from './services/ses/sending-quota.ts';
import { twinSettings } from './settings.ts';
import { settle } from './settle.ts';
import { startTicking } from './ticking.ts';

/** The port that assemblies are made for; a twin on another port moves the addresses in the template. */
const NOMINAL_PORT = 4600;

export interface TwinOptions {
  /** The API's port; the website, the inbox and the AWS endpoint are on the next three. */
  port: number;
  /** `memory`, or a folder that survives a restart. */
  data: string;
  settings?: Settings;
  /** An address on the internet that is told of domain events: none unless given. */
  webhook?: string | undefined;
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

export interface Twin extends RunningTwin {
  stop(): Promise<void>;
}

/**
 * Starts the whole system on this machine and resolves when it answers.
 * @throws Error that says what is in the way: a port in use, a template the twin cannot run, a custom
 * resource that fails.
 */
export async function startTwin(options: TwinOptions): Promise<Twin> {
  // Lambda's time zone; dates of functions must not depend on where this machine stands.
  process.env.TZ = 'UTC';
  const { port, data, host = '127.0.0.1', webhook, now, ses, onLog } = options;
  const ports = portsFrom(port);
  await assertFree(ports, host);
  const assembly =
    options.assembly ??
    (await cachedAssembly(options.settings ?? twinSettings({ port: NOMINAL_PORT, webhook })));
  const adapt = options.assembly || options.settings ? unchanged : (text: string) => moved(text, port);
  const backend = await startBackend({ assembly, ports, host, data, now, ses, adapt, onLog });
  const { template, functions, journal, clock, parts } = backend;
  const addresses = {
    api: `http://localhost:${ports.api}`,
    website: `http://localhost:${ports.website}`,
    inbox: backend.services.inboxUrl,
    aws: `http://127.0.0.1:${ports.aws}`,
  };
  const httpApi = new HttpApi({ template, functions, clock });
  const responseUrl = `http://127.0.0.1:${ports.api}/_local/custom-resources`;
  const customResources = new CustomResources({ template, functions, journal, responseUrl });

  let ready = false;
  let moving: Promise<unknown> = Promise.resolve();
  const stopping = new AbortController();
  const settled = () => settle(parts, { stopping: stopping.signal });
  const twin: RunningTwin = {
    ...{ ...backend, addresses, ports, httpApi, customResources, settled },
    isReady: () => ready,
    advance(milliseconds) {
      const move = moving.then(() => clock.advance(milliseconds, parts, settled));
      moving = move.catch(() => {});
      return move.then(() => {});
    },
  };

  const own = new Hono()
    .route('/', startPage(twin))
    .route('/', previewRoutes({ playbook: PLAYBOOK, ...addresses }))
    .route('/', reportRoutes(twin))
    .route('/', localRoutes(twin));
  const handleOwn = fromFetch(own.fetch);
  const website = createWebsite({ apiUrl: addresses.api, now: () => clock.now() });
  const servers: Listening[] = [
    await listen(
      (request, response) =>
        isOwn(request.url ?? '/') ? handleOwn(request, response) : httpApi.handle(request, response),
      ports.api,
      host,
    ),
  ];
  const ticking = startTicking(parts, clock, () => moving);
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()));
    stopping.abort();
    // Whoever moves time at this moment must not find the journal closed.
    await Promise.all([moving, ticking.stop()]);
    await backend.stop();
  };
  try {
    servers.push(await listen(fromFetch(website.fetch), ports.website, host));
    await customResources.deploy();
  } catch (error) {
    await stop();
    throw error;
  }
  ready = true;
  return { ...twin, stop };
}

function isOwn(url: string): boolean {
  const path = url.split('?')[0] ?? '';
  return path === '/' || path === '/_local' || path.startsWith('/_local/');
}

function unchanged(text: string): string {
  return text;
}

function moved(text: string, port: number): string {
  return text
    .replaceAll(`http://localhost:${NOMINAL_PORT}`, `http://localhost:${port}`)
    .replaceAll(`http://localhost:${NOMINAL_PORT + 1}`, `http://localhost:${port + 1}`);
}
