import { type TryAnswer, toldMistakes } from '../../../contract/playbook-commands.ts';
import type { Language } from '../../../domain/language.ts';
import { loadPlaybook } from '../../../playbook/load-playbook.ts';
import { getPublishedPlaybook } from '../../../store/playbook/playbooks.ts';
import { DirectoryNotMade } from '../../identity/directory/directory-source.ts';
import { filesOf, loadDraft } from '../draft/load-draft.ts';
import { type TryOutSystem, tryOut } from '../try-out/try-out.ts';

/** What publishing the shared draft would do to the leads there are, or the mistakes that keep it from being published. */
export async function tryDraft(
  system: TryOutSystem,
  { language }: { language: Language },
): Promise<TryAnswer> {
  const { reads } = system;
  const start = reads.units;
  const [draft, current] = await Promise.all([loadDraft(reads), getPublishedPlaybook(reads)]);
  if (draft === undefined || current === undefined) return { result: 'unpublished' };
  const loaded = loadPlaybook(filesOf(draft));
  if (!loaded.ok) return { result: 'mistakes', ...toldMistakes(loaded.mistakes, language) };
  const { version } = current;
  const live = { ...current.content, version };
  const next = { ...loaded.content, version: version + 1 };
  try {
    const tried = await tryOut(system, { live, draft: next, seed: draft.etag });
    return { result: 'tried', etag: draft.etag, version, ...tried, units: reads.units - start };
  } catch (error) {
    if (error instanceof DirectoryNotMade) return { result: 'not-listed' };
    throw error;
  }
}
