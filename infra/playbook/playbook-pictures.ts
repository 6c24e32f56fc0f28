import { PICTURES, type PlaybookFiles } from '../../shared/playbook/files/playbook-files.ts';
import { readPictures } from '../../shared/playbook/files/read-folder.ts';
import { pictureAddress } from '../../shared/playbook/picture-files/picture-address.ts';
import { parsePictureText, pictureText } from '../../shared/playbook/picture-files/picture-text.ts';
import type { ApiCall } from './playbook-api.ts';

/** Reads what everybody may see at a path; undefined when it is not there. */
export type ReadPublic = (path: string) => Promise<Uint8Array | undefined>;

/**
 * The bytes of the pictures that a folder lacks, by their path.
 * @throws Error when one cannot be read
 */
export async function picturesOf(
  read: ReadPublic,
  files: PlaybookFiles,
  here: PlaybookFiles,
): Promise<Map<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>();
  for (const [path, text] of Object.entries(files)) {
    if (!path.startsWith(PICTURES) || text === here[path]) continue;
    const picture = parsePictureText(text);
    if (picture === undefined || 'refused' in picture) throw new Error(`${path} is no picture`);
    const bytes = await read(pictureAddress(picture));
    if (bytes === undefined) throw new Error(`${path} cannot be read now; pull again`);
    pictures.set(path, bytes);
  }
  return pictures;
}

/** Stores the pictures of a folder that are not live: publishing needs them. @throws Error when one is refused */
export async function sendPictures(api: ApiCall, folder: string, live: PlaybookFiles): Promise<void> {
  for (const [path, read] of Object.entries(readPictures(folder))) {
    if (!read.ok || live[path] === pictureText(read)) continue;
    const { status, body } = await api('POST', '/playbook/pictures', read.bytes);
    if (status !== 200)
      throw new Error(`${path}: ${body.detail ?? body.title ?? `the API answered ${status}`}`);
  }
}
