import type { Instant } from '../../../domain/time.ts';
import type { CompiledPlaybook } from '../../../playbook/compile-playbook.ts';
import { putMailTemplates } from '../../../store/nurture/mail-templates.ts';
import {
  getPublishedPlaybook,
  type PublishedPlaybook,
  publishedVersion,
  putCurrentPlaybook,
  putPublishedVersion,
} from '../../../store/playbook/playbooks.ts';
import type { Table } from '../../../store/table.ts';
import { startJobs } from './start-jobs.ts';

export interface PublishSystem {
  table: Table;
  now: () => Instant;
}

type Draft = Omit<PublishedPlaybook, 'version'>;

/**
 * Stores the playbook as a new version, makes it current and starts its jobs: all leads are rescored, the issues of the
 * newsletter sent, reports rolled up each night, stalled leads offered each week. The same playbook keeps its number.
 * It may stop between any two steps and be repeated.
 * @returns the version's number
 */
export async function publishPlaybook(system: PublishSystem, playbook: CompiledPlaybook): Promise<number> {
  const { hash, content, templates } = playbook;
  const version = await store(system, { hash, content, publishedAt: system.now() }, templates);
  await startJobs(system, { ...content, version });
  return version;
}

/** If another deployment wins the race for `CURRENT`, starts again from its version. */
async function store(
  { table }: PublishSystem,
  draft: Draft,
  templates: CompiledPlaybook['templates'],
): Promise<number> {
  for (;;) {
    const current = await getPublishedPlaybook(table);
    if (current?.hash === draft.hash) return current.version;
    const published = await numbered(table, draft, (current?.version ?? 0) + 1);
    await putMailTemplates(table, published.version, templates);
    const written = await putCurrentPlaybook(table, published, current?.version);
    if (written === 'written') return published.version;
  }
}

/** The draft under the first free number from `first`, or the number a stopped attempt gave to the same content. */
async function numbered(table: Table, draft: Draft, first: number): Promise<PublishedPlaybook> {
  for (let version = first; ; version++) {
    const published = { ...draft, version };
    if ((await putPublishedVersion(table, published)) === 'written') return published;
    const taken = await publishedVersion(table, version);
    if (taken?.hash === draft.hash) return taken;
  }
}
