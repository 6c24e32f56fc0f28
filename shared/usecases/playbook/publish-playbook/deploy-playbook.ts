import type { Picture } from '../../../domain/look/picture.ts';
import type { CompiledPlaybook } from '../../../playbook/compile-playbook.ts';
import { digestOfAll, manifestOf } from '../../../playbook/files/manifest.ts';
import type { VersionEntry } from '../../../playbook/versions/version.ts';
import { putPicture } from '../../../store/look/pictures.ts';
import { versionEntry } from '../../../store/playbook/playbook-versions.ts';
import {
  getPublishedPlaybook,
  markDeployed,
  type PublishedPlaybook,
} from '../../../store/playbook/playbooks.ts';
import { untilWritten } from '../../../store/until-written.ts';
import { type Published, publishPlaybook } from './publish-playbook.ts';
import { type PublishSystem, startJobs } from './start-jobs.ts';

/** A playbook as it was built from its folder. */
export interface BuiltPlaybook extends CompiledPlaybook {
  /** The digest of the files that somebody pulled into the folder before changing them. */
  basedOn?: string;
  /** The bytes of its pictures in base64. */
  pictures?: readonly (Pick<Picture, 'digest' | 'type'> & { base64: string })[];
}

export type Deployed =
  | { result: 'published'; version: number }
  /** The folder is as it was deployed last, and the console has published since: its work stays. */
  | { result: 'left'; version: number }
  /** The folder changed, and it lacks what somebody published since. */
  | { result: 'refused'; newer: VersionEntry };

/**
 * Publishes the playbook of a deployment, unless that would take back what somebody published without deploying. It may
 * stop between any two steps and be repeated.
 */
export async function deployPlaybook(
  system: PublishSystem,
  { basedOn, pictures = [], ...playbook }: BuiltPlaybook,
): Promise<Deployed> {
  const { table } = system;
  for (const { base64, ...picture } of pictures)
    await putPicture(table, picture, Buffer.from(base64, 'base64'));
  const folder = digestOfAll(manifestOf(playbook.files));
  return untilWritten<Deployed>(async () => {
    const current = await getPublishedPlaybook(table);
    const newer = current && (await workOfOthers(system, current, [folder, basedOn]));
    if (current && newer) {
      if (current.deployed !== folder) return { result: 'refused', newer };
      await startJobs(system, { ...current.content, version: current.version });
      return { result: 'left', version: current.version };
    }
    const over = current?.version ?? 0;
    const published: Published = await publishPlaybook(system, playbook, { ...DEPLOYMENT, over });
    if (published.result === 'overtaken') return 'conflict';
    await markDeployed(table, published.version, folder);
    return published;
  });
}

const DEPLOYMENT = { author: { by: 'deployment' }, note: '' } as const;

/** The current version, if it came from elsewhere than a deployment and its files are none of these. */
async function workOfOthers(
  { table }: PublishSystem,
  { version, files }: PublishedPlaybook,
  known: readonly (string | undefined)[],
): Promise<VersionEntry | undefined> {
  const entry = await versionEntry(table, version);
  const isKnown = files === undefined || known.includes(files);
  return isKnown || entry?.author.by === 'deployment' ? undefined : entry;
}
