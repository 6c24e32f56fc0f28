import type * as z from 'zod/mini';
import type { playbookAnswer } from '../../shared/contract/playbook-api.ts';
import { digestOfAll } from '../../shared/playbook/files/manifest.ts';
import { REMOVED } from '../../shared/playbook/versions/shared-draft.ts';
import type { Author, VersionEntry } from '../../shared/playbook/versions/version.ts';
import type { SharedDraft } from '../../shared/usecases/playbook/draft/load-draft.ts';
import { changeText } from '../../shared/web/console/playbook/changes/change-text.ts';

/** What is live, with its files, and what is different in the draft. */
export function playbookBody({ live, files, etag }: SharedDraft): z.infer<typeof playbookAnswer> {
  const published = files.flatMap(({ path, live: text }) => (text === undefined ? [] : [[path, text]]));
  return {
    ...versionBody(live),
    files: Object.fromEntries(published),
    digest: digestOfAll(live.manifest ?? {}),
    draft: files.flatMap(({ path: file, state, etag, by, at }) =>
      state === 'same' || by === undefined || at === undefined
        ? []
        : [{ file, state, etag: etag === REMOVED ? '' : etag, by: authorBody(by), at }],
    ),
    etag,
  };
}

/** What is told of a version. */
export function versionBody({ version, author, note, publishedAt, changes, more = 0 }: VersionEntry) {
  const told = changes.map((change) => changeText('en', change));
  return { version, author: authorBody(author), note, publishedAt, changes: told, more };
}

function authorBody(author: Author): { by: Author['by']; name?: string } {
  return author.by === 'deployment' ? { by: author.by } : { by: author.by, name: author.name };
}
