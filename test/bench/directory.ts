import type { Viewer } from '../../shared/domain/console/viewer.ts';
import { findRows } from '../../shared/domain/identity/directory/find.ts';
import {
  type DirectoryChange,
  type DirectoryRow,
  rowOf,
} from '../../shared/domain/identity/directory/row.ts';
import type { LeadId } from '../../shared/domain/identity/ids.ts';
import type { Lead } from '../../shared/domain/identity/lead.ts';
import { withCapture } from '../../shared/domain/identity/profile.ts';
import { plus } from '../../shared/domain/time.ts';
import { hideBeginningsWith } from '../../shared/gateways/identity/hidden-beginnings.ts';
import { logChanges } from '../../shared/store/identity/directory/log.ts';
import { beginFold, endFold, putSegments } from '../../shared/store/identity/directory/segments.ts';
import { putProfile } from '../../shared/store/identity/profiles.ts';
import { browseLeads, type LeadQuestion } from '../../shared/usecases/identity/browse-leads.ts';
import { directorySource } from '../../shared/usecases/identity/directory/directory-source.ts';
import { submission } from '../domain/builders.ts';
import { memoryTable } from '../store/memory-table.ts';
import { metered } from '../usecases/metered-table.ts';
import { shippedPlaybook } from '../web/handover/dossier/example.ts';
import { type Measurement, median, rounded } from './measurement.ts';
import { lifeOf } from './reports/report-life.ts';

const LEADS = 100_000;
const NOW = '2026-11-30T12:00:00.000Z';
const ROUNDS = 5;
const viewer: Viewer = { email: 'sanne@kansrijk.test', name: 'Sanne', role: 'marketing' };
const asked: LeadQuestion[] = [
  { filter: {}, order: 'score' },
  { filter: { stage: 'lead', fit: 'good' }, order: 'activity' },
  { filter: { status: 'open', subject: 'seo' }, order: 'waiting' },
];

/** What a list of leads costs with many leads, the first time in a process and from then on. In process, without HTTP. */
export async function measureDirectory(): Promise<Measurement[]> {
  const table = metered(await memoryTable());
  let now = NOW;
  const leads = new Map<LeadId, Lead>();
  for (const [, after] of lifeOf(LEADS, NOW)) leads.set(after.id, after);
  const rows = [...leads.values()].map(rowOf).sort(byActivity);
  const begun = await beginFold(table);
  const count = await putSegments(table, { ...begun, from: 0 }, rows);
  await endFold(table, begun.fold, { ...begun, count, rows: rows.length, until: NOW });
  await logChanges(table, () => now, rows.slice(0, 100));
  const shown = asked.flatMap(({ filter, order }) => {
    return findRows(rows as DirectoryRow[], filter, { order, limit: 10 }).rows.map(({ id }) => id);
  });
  for (const id of new Set(shown))
    await putProfile(table, { ...withCapture(undefined, id, submission('demo')), version: 1 });

  const source = directorySource({ table, now: () => now });
  table.read = 0;
  const start = performance.now();
  await source();
  const load = { units: table.read, ms: performance.now() - start };
  now = plus(now, 60_000);
  const system = {
    ...{ table, now: () => now, directory: source, playbook: async () => shippedPlaybook() },
    hideBeginnings: hideBeginningsWith('key'),
  };
  const units: number[] = [];
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const question of asked) {
      table.read = 0;
      const begin = performance.now();
      await browseLeads(system, viewer, question);
      times.push(performance.now() - begin);
      units.push(table.read);
    }
  }
  return [
    {
      what: `list of ${LEADS} leads, dearest filter`,
      value: Math.max(...units),
      unit: 'read units',
      reach: 6,
      detail: `${rounded(median(times))} ms, slowest ${rounded(Math.max(...times))} ms`,
    },
    {
      what: `first list of ${LEADS} leads in a process`,
      value: load.units,
      unit: 'read units',
      reach: 300,
      detail: `${rounded(load.ms)} ms`,
    },
  ];
}

function byActivity(a: DirectoryChange, b: DirectoryChange): number {
  return (b as DirectoryRow).activeAt - (a as DirectoryRow).activeAt;
}
