import { Hono } from 'hono';
import { type ConsoleSystem, consoleApp } from '../../../functions/console/app.ts';
import type { Viewer } from '../../../shared/domain/console/viewer.ts';
import { leadIdFrom } from '../../../shared/gateways/identity/lead-id.ts';
import { randomId } from '../../../shared/gateways/random-id.ts';
import { directorySource } from '../../../shared/usecases/identity/directory/directory-source.ts';
import { NOW } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { hideBeginnings } from '../../usecases/hide-beginnings.ts';
import { playbookInProcess } from '../../usecases/playbook/playbook-in-process.ts';
import { shippedPlaybook } from '../../web/handover/dossier/example.ts';

export const ORIGIN = 'https://kansrijk.test';

/** People of each role. */
export const viewers = {
  sales: { email: 'anna@kansrijk.test', name: 'Anna', role: 'sales', member: 'anna' },
  marketing: { email: 'sanne@kansrijk.test', name: 'Sanne', role: 'marketing' },
  admin: { email: 'admin@kansrijk.test', name: 'Admin', role: 'admin' },
} as const satisfies Record<string, Viewer>;

/** The console as one person sees it, over a table in memory or another one. */
export async function testConsole(
  viewer: Viewer = viewers.admin,
  given: Partial<ConsoleSystem> = {},
  htmx = '// htmx',
  textEditor = '// editor',
) {
  const failures: string[] = [];
  const table = given.table ?? (await memoryTable());
  const system: ConsoleSystem = {
    table,
    now: () => NOW,
    playbook: async () => shippedPlaybook(),
    newToken: randomId,
    admins: ['admin@kansrijk.test'],
    publicUrl: ORIGIN,
    websiteUrl: 'https://www.kansrijk.test',
    sender: 'hello@kansrijk.test',
    directory: directorySource({ table, now: () => NOW }),
    hideBeginnings,
    leadId: leadIdFrom('key of tests'),
    newId: randomId,
    country: 'NL',
    report: () => {},
    askPlaybook: playbookInProcess({ table, now: () => NOW }),
    ...given,
  };
  const app = consoleApp(system, {
    publicUrl: ORIGIN,
    language: 'en',
    timeZone: 'Europe/Amsterdam',
    htmx,
    textEditor: () => textEditor,
    signInRoutes: () => new Hono(),
    requireViewer: async (c, next) => {
      c.set('viewer', viewer);
      await next();
    },
    viewerIn: async () => viewer,
    reportFailure: (error) => failures.push(error.name),
  });
  /** Sends what is given, from a page of the console unless another origin is given. */
  const send = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
    app.request(ORIGIN + path, {
      method: 'POST',
      headers: { 'accept-language': 'en', origin: ORIGIN, ...headers },
      body,
    });
  return {
    app,
    table,
    failures,
    routes: () => app.routes,
    get: (path: string, headers: Record<string, string> = {}) =>
      app.request(ORIGIN + path, { headers: { 'accept-language': 'en', ...headers } }),
    send,
    /** The same with the fields of a form. */
    post: (path: string, fields: Record<string, string>, headers?: Record<string, string>) =>
      send(path, new URLSearchParams(fields), headers),
  };
}
