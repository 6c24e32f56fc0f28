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
import { untilWritten } from '../../../store/until-written.ts';
import { type PublishSystem, startJobs } from './start-jobs.ts';

/**
 * Stores the playbook as a new version, makes it current and starts its jobs: all leads are rescored, the issues of the
 * newsletter sent, reports rolled up each night, stalled leads offered each week. The same playbook keeps its number.
 * It may stop between any two steps and be repeated.
 * @returns the version's number
 */
export async function publishPlaybook(
  system: PublishSystem,
  { hash, content, templates }: CompiledPlaybook,
): Promise<number> {
  const { table } = system;
  const draft = { hash, content, publishedAt: system.now() };
  const version = await untilWritten(async (before) => {
    const current = await getPublishedPlaybook(table);
    if (current?.hash === hash) return current.version;
    const published = { ...draft, version: (current?.version ?? 0) + 1 + before };
    if (!(await takeNumber(table, published))) return 'conflict';
    await putMailTemplates(table, published.version, templates);
    const written = await putCurrentPlaybook(table, published, current?.version);
    return written === 'conflict' ? written : published.version;
  });
  await startJobs(system, { ...content, version });
  return version;
}

/** Whether the number is free, or an attempt that stopped gave it to the same content. */
async function takeNumber(table: Table, published: PublishedPlaybook): Promise<boolean> {
  if ((await putPublishedVersion(table, published)) === 'written') return true;
  return (await publishedVersion(table, published.version))?.hash === published.hash;
}
