import { isPlaybookPath } from '../../../playbook/files/playbook-files.ts';
import { etagOf } from '../../../playbook/versions/shared-draft.ts';
import type { Editor } from '../../../playbook/versions/version.ts';
import { getDraft, removeDraft } from '../../../store/playbook/playbook-drafts.ts';
import { untilWritten } from '../../../store/until-written.ts';
import { type LogSystem, recordLog } from '../../console/record-log.ts';
import { actorOf, assertEditor } from '../editor.ts';

/** `overtaken`: somebody has changed the draft meanwhile, so it stays. */
export type Discarded = 'discarded' | 'overtaken';

/**
 * Makes a file as published again, if its draft is still as whoever discards it has read it. Doing it twice changes
 * nothing.
 * @throws NotAllowed
 */
export async function discardDraft(
  system: LogSystem,
  editor: Editor,
  { path, ifMatch }: { path: string; ifMatch: string },
): Promise<Discarded> {
  assertEditor(editor, 'change-playbook');
  if (!isPlaybookPath(path)) return 'discarded';
  await recordLog(system, actorOf(editor), { kind: 'playbook-changed', about: path, detail: 'discard' });
  return untilWritten<Discarded>(async () => {
    const draft = await getDraft(system.table, path);
    if (draft === undefined) return 'discarded';
    if (etagOf(draft) !== ifMatch) return 'overtaken';
    const written = await removeDraft(system.table, path, ifMatch);
    return written === 'conflict' ? written : 'discarded';
  });
}
