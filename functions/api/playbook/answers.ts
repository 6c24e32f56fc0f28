import type * as z from 'zod/mini';
import type { pictureAnswer, playbookAnswer } from '../../../shared/contract/playbook-api.ts';
import { digestOfAll } from '../../../shared/playbook/files/manifest.ts';
import { pictureAddress } from '../../../shared/playbook/picture-files/picture-address.ts';
import type { PictureRefusal } from '../../../shared/playbook/picture-files/picture-text.ts';
import { REMOVED } from '../../../shared/playbook/versions/shared-draft.ts';
import type { Author, VersionEntry } from '../../../shared/playbook/versions/version.ts';
import type { StoredPicture } from '../../../shared/usecases/look/store-picture.ts';
import type { SharedDraft } from '../../../shared/usecases/playbook/draft/load-draft.ts';
import { changeText } from '../../../shared/web/console/playbook/changes/change-text.ts';
import { Problem } from '../problem.ts';

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

/** A picture that was stored. @throws Problem that says why it was not */
export function pictureBody(stored: StoredPicture): z.infer<typeof pictureAnswer> {
  if (stored.result === 'refused') throw new Problem(422, refusals[stored.why]);
  const { picture, text } = stored;
  return { ...picture, address: pictureAddress(picture), text };
}

const refusals: Readonly<Record<PictureRefusal, string>> = {
  kind: 'Send a PNG, JPEG, GIF or WebP as the body; its content counts, not its name',
  unreadable: 'This picture cannot be read to its end',
  sideways: 'This photo lies on its side; turn it, because the metadata that says so is removed',
  'too-many-bytes': 'A picture has at most 300 KB',
  'too-many-pixels': 'A picture is at most 2,400 pixels wide and high',
};

/** What is told of a version. */
export function versionBody({ version, author, note, publishedAt, changes, more = 0 }: VersionEntry) {
  const told = changes.map((change) => changeText('en', change));
  return { version, author: authorBody(author), note, publishedAt, changes: told, more };
}

function authorBody(author: Author): { by: Author['by']; name?: string } {
  return author.by === 'deployment' ? { by: author.by } : { by: author.by, name: author.name };
}
