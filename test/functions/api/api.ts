import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import type { ApiEnv } from '../../../functions/api/api-env.ts';
import { apiApp } from '../../../functions/api/app.ts';
import { rowOf } from '../../../shared/domain/identity/directory/row.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { AnyEvent, LeadEvent } from '../../../shared/domain/tracking/event.ts';
import { leadIdFrom } from '../../../shared/gateways/identity/lead-id.ts';
import { logChanges } from '../../../shared/store/identity/directory/log.ts';
import { getLead } from '../../../shared/store/identity/leads.ts';
import type { Operations, Table } from '../../../shared/store/table.ts';
import { putLeadEvent, putVisitorEvent } from '../../../shared/store/tracking/events.ts';
import { historyOf } from '../../../shared/store/tracking/history.ts';
import { apiKeySource } from '../../../shared/usecases/console/find-api-key.ts';
import { directorySource } from '../../../shared/usecases/identity/directory/directory-source.ts';
import { foldDirectory } from '../../../shared/usecases/identity/directory/fold-directory.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { NOW } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { hideBeginnings } from '../../usecases/hide-beginnings.ts';
import { jobsOf } from '../../usecases/job-system.ts';
import { playbookInProcess } from '../../usecases/playbook/playbook-in-process.ts';
import { shippedPlaybook } from '../../web/handover/dossier/example.ts';

export const leadId = leadIdFrom('test');

/** The API over its own table, called in process. */
export interface TestApi {
  table: Table;
  /** The clock of the API; set it. */
  now: Instant;
  /** An operation that the table refuses. */
  refused?: keyof Operations | undefined;
  complaints: Error[];
  routes: () => Hono['routes'];
  call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answered>;
  /** Stores events and scores their lead, as the stream would. */
  happened: (email: string, ...events: AnyEvent[]) => Promise<LeadId>;
  score: (id: LeadId) => Promise<void>;
}

interface Answered {
  status: number;
  type: string;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the API answered
  body: any;
}

export async function testApi(): Promise<TestApi> {
  const table = await memoryTable();
  const playbook = shippedPlaybook();
  await foldDirectory({ table, now: () => NOW }, {}, () => false);
  let count = 0;
  const api: TestApi = {
    table,
    now: NOW,
    complaints: [],
    routes: () => app.routes,
    call: (method, path, body, headers) => call(app, method, path, body, headers),
    async happened(email, ...events) {
      const id = leadId(email);
      for (const event of events) {
        if (event.type === 'page' || event.type === 'track')
          await putVisitorEvent(table, event, 9_999_999_999);
        else await putLeadEvent(table, id, { ...event, ...('email' in event && { email }) } as LeadEvent);
      }
      await api.score(id);
      return id;
    },
    async score(id) {
      const system = {
        table,
        now: () => api.now,
        playbook: async () => playbook,
        newToken: () => 'token',
        hideBeginnings,
      };
      await scoreLead(system, id, await historyOf(table, id));
      await scoreLead(system, id, await historyOf(table, id));
      const lead = await getLead(table, id);
      await logChanges(table, system.now, lead ? [rowOf(lead)] : []);
    },
  };
  const picky: Table = {
    name: table.name,
    call: (operation, input) =>
      operation === api.refused ? Promise.reject(new Error('refused')) : table.call(operation, input),
  };
  const app = apiApp(
    {
      ...jobsOf(picky, () => api.now),
      newId: () => `id-${++count}`,
      newToken: () => 'token',
      playbook: async () => playbook,
      directory: directorySource({ table: picky, now: () => api.now }),
      leadId,
      hideBeginnings,
      askPlaybook: playbookInProcess({ table: picky, now: () => api.now }),
    },
    {
      keyHashes: ['0'.repeat(64), createHash('sha256').update('local').digest('hex')],
      findKey: apiKeySource({ table: picky, now: () => api.now }),
      publicUrl: 'https://leads.example.com',
      reportFailure: (error) => api.complaints.push(error),
    },
  );
  return api;
}

function sent(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return typeof body === 'string' ? body : JSON.stringify(body);
}

async function call(
  app: Hono<ApiEnv>,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const response = await app.request(`/api${path}`, {
    method,
    headers: { authorization: 'Bearer local', ...headers },
    ...(body !== undefined && { body: sent(body) }),
  });
  const type = response.headers.get('content-type') ?? '';
  return {
    status: response.status,
    type,
    headers: response.headers,
    body: await (type.includes('json') ? response.json() : response.text()),
  };
}
