import { digestOfAll, manifestOf } from '../../shared/playbook/files/manifest.ts';
import { readPulled, writePulled } from '../../shared/playbook/files/pulled.ts';
import { readPlaybookFolder } from '../../shared/playbook/files/read-folder.ts';
import { loadPlaybook } from '../../shared/playbook/load-playbook.ts';
import { toLine } from '../../shared/playbook/mistake.ts';
import { lastSubject } from './git.ts';
import { type ApiCall, type LivePlaybook, livePlaybook, publishFiles } from './playbook-api.ts';
import { sendPictures } from './playbook-pictures.ts';

const MAX_NOTE = 300;

/**
 * Publishes a folder, unless that would take back what somebody published elsewhere.
 * @param note what changed and why; the subject of the last commit when left out
 * @returns what it did, a line each
 * @throws Error that says why nothing was published
 */
export async function pushPlaybook(api: ApiCall, folder: string, note?: string): Promise<string[]> {
  const files = readPlaybookFolder(folder);
  const loaded = loadPlaybook(files);
  if (!loaded.ok) throw new Error(['The playbook has mistakes:', ...loaded.mistakes.map(toLine)].join('\n'));
  const digest = digestOfAll(manifestOf(files));
  const live = await livePlaybook(api);
  if (digest === live.digest) {
    writePulled(folder, { version: live.version, digest });
    return [`This is live already, as version ${live.version}.`];
  }
  assertNothingIsTakenBack(live, readPulled(folder)?.digest);
  await sendPictures(api, folder, live.files);
  const published = await publishFiles(api, {
    ...{ files, over: live.version },
    note: (note ?? lastSubject(folder)).slice(0, MAX_NOTE),
  });
  writePulled(folder, { version: published.version, digest });
  const more = published.more > 0 ? [`  and ${published.more} more`] : [];
  return [
    ...[`Published as version ${published.version}:`, ...published.changes.map((change) => `  ${change}`)],
    ...[...more, 'All leads are scored again. Commit the folder with pulled.json.'],
  ];
}

function assertNothingIsTakenBack({ author, digest, version, note }: LivePlaybook, pulled?: string): void {
  if (author.by === 'deployment' || digest === pulled) return;
  const about = note === '' ? '' : ` (“${note}”)`;
  throw new Error(
    `${author.name} published version ${version}${about}, which this folder does not have. Bring it here first with npm run playbook:pull`,
  );
}
