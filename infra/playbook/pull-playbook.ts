import { digestOfAll, manifestOf } from '../../shared/playbook/files/manifest.ts';
import { readPulled, writePulled } from '../../shared/playbook/files/pulled.ts';
import { readPlaybookFolder } from '../../shared/playbook/files/read-folder.ts';
import { writePlaybookFolder } from '../../shared/playbook/files/write-folder.ts';
import { uncommitted } from './git.ts';
import { type ApiCall, livePlaybook } from './playbook-api.ts';
import { picturesOf, type ReadPublic } from './playbook-pictures.ts';

/**
 * Makes a folder the playbook that is live, and keeps in it which version that is.
 * @returns what it did, a line each
 * @throws Error when something in the folder would be lost
 */
export async function pullPlaybook(api: ApiCall, read: ReadPublic, folder: string): Promise<string[]> {
  const live = await livePlaybook(api);
  const files = readPlaybookFolder(folder);
  const here = digestOfAll(manifestOf(files));
  if (here !== live.digest && Object.keys(files).length > 0) assertNothingIsLost(folder, here);
  const written = writePlaybookFolder(folder, live.files, await picturesOf(read, live.files, files));
  writePulled(folder, { version: live.version, digest: live.digest });
  const told = written.map(({ path, did }) => `${did.padEnd(8)} ${path}`);
  const drafts = live.draft.length;
  return [
    ...told,
    `The folder is version ${live.version} now${told.length === 0 ? ', and was it before' : ''}. Commit it with pulled.json.`,
    ...(drafts > 0
      ? [`The console has drafts of ${drafts} files, which are not published: they stay there.`]
      : []),
  ];
}

function assertNothingIsLost(folder: string, here: string): void {
  const changed = uncommitted(folder);
  if (changed !== undefined && changed.length > 0)
    throw new Error(
      ['Commit or discard these files first; pulling would overwrite them:', ...changed].join('\n'),
    );
  if (changed === undefined && readPulled(folder)?.digest !== here)
    throw new Error(
      'This folder is not in git, and differs from what was pulled last: pull into another folder',
    );
}
