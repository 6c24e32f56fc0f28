import type { Picture } from '../../domain/look/picture.ts';
import { type PictureRefusal, pictureText } from '../../playbook/picture-files/picture-text.ts';
import type { Editor } from '../../playbook/versions/version.ts';
import { putPicture } from '../../store/look/pictures.ts';
import { type LogSystem, recordLog } from '../console/record-log.ts';
import { actorOf, assertEditor } from '../playbook/editor.ts';

export type StoredPicture =
  /** `text` stands for it among the files of a playbook. */
  { result: 'stored'; picture: Picture; text: string } | { result: 'refused'; why: PictureRefusal };

/**
 * Stores a picture without its metadata, under the digest of its bytes: from then on everybody can see it who knows that.
 * Storing it twice changes nothing.
 * @throws NotAllowed
 */
export async function storePicture(
  system: LogSystem,
  editor: Editor,
  given: Uint8Array,
): Promise<StoredPicture> {
  assertEditor(editor, 'change-playbook');
  const { readPicture } = await import('../../playbook/picture-files/read-picture.ts');
  const read = readPicture(given);
  if (!read.ok) return { result: 'refused', why: read.why };
  const { picture, bytes } = read;
  await recordLog(system, actorOf(editor), { kind: 'playbook-changed', about: 'pictures', detail: 'upload' });
  await putPicture(system.table, picture, bytes);
  return { result: 'stored', picture, text: pictureText(read) };
}
