import type { Mistake, Problem } from '../../../domain/playbook/mistake.ts';
import { PICTURES, type PlaybookFiles } from '../../../playbook/files/playbook-files.ts';
import { fileMistake } from '../../../playbook/mistake.ts';
import { parsePictureText } from '../../../playbook/picture-files/picture-text.ts';
import { getPicture } from '../../../store/look/pictures.ts';
import type { Table } from '../../../store/table.ts';
import type { SharedDraft } from '../draft/load-draft.ts';

/**
 * The files that stand for a picture whose bytes are not stored: mails would show nothing. Pictures that are live already
 * are; what is no picture at all is for the check to say. One picture is read at a time: each has up to 300 KB.
 */
export async function missingPictures(
  table: Table,
  files: PlaybookFiles,
  draft: SharedDraft,
): Promise<Mistake[]> {
  const live = new Set(draft.files.flatMap(({ live: text }) => text ?? []));
  const missing: Mistake[] = [];
  for (const [path, text] of Object.entries(files)) {
    if (!path.startsWith(PICTURES) || live.has(text)) continue;
    const picture = parsePictureText(text);
    if (picture === undefined || 'refused' in picture) continue;
    const stored = await getPicture(table, picture.digest);
    if (stored?.type !== picture.type) missing.push(fileMistake(path, NOT_STORED));
  }
  return missing;
}

const NOT_STORED: Problem = {
  problem: { nl: 'deze afbeelding is niet opgeslagen', en: 'this picture is not stored' },
  remedy: {
    nl: 'upload haar eerst, en publiceer dan',
    en: 'upload it first, and publish then',
  },
};
