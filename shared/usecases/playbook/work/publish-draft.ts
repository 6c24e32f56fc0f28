import { type PublishAnswer, toldMistakes } from '../../../contract/playbook-commands.ts';
import type { Language } from '../../../domain/language.ts';
import { compilePlaybook } from '../../../playbook/compile-playbook.ts';
import { digestOfAll, manifestOf } from '../../../playbook/files/manifest.ts';
import { isPlaybookPath, isTooLarge, type PlaybookFiles } from '../../../playbook/files/playbook-files.ts';
import type { Author } from '../../../playbook/versions/version.ts';
import { removeDraft } from '../../../store/playbook/playbook-drafts.ts';
import type { Table } from '../../../store/table.ts';
import { filesOf, loadDraft, type SharedDraft } from '../draft/load-draft.ts';
import { publishPlaybook } from '../publish-playbook/publish-playbook.ts';
import type { PublishSystem } from '../publish-playbook/start-jobs.ts';
import { missingPictures } from './missing-pictures.ts';

/** What somebody wants to publish. */
export interface DraftPublication {
  by: Author;
  /** In which they are told what is wrong. */
  language: Language;
  note: string;
  /** Only over this version, or if this very thing is live already. */
  over?: number | undefined;
  /** Only this draft, by its etag. */
  draft?: string | undefined;
  /** In place of the draft. */
  files?: PlaybookFiles | undefined;
}

/**
 * Checks the draft, compiles it and makes it a version that is live. A mistake changes nothing. It may stop between any
 * two steps and be repeated: then it is completed, once.
 */
export async function publishDraft(
  system: PublishSystem,
  { by, language, note, over, draft: seen, files: given }: DraftPublication,
): Promise<PublishAnswer> {
  const draft = await loadDraft(system.table);
  if (draft === undefined) return { result: 'unpublished' };
  if (given === undefined && seen !== undefined && seen !== draft.etag) return { result: 'changed' };
  const behind = draft.files.filter(({ state }) => state === 'behind').map(({ path }) => path);
  if (given === undefined && behind.length > 0) return { result: 'behind', files: behind };
  const files = given ?? filesOf(draft);
  const missing = given === undefined ? [] : await missingPictures(system.table, given, draft);
  if (missing.length > 0) return { result: 'mistakes', ...toldMistakes(missing, language) };
  const isLive = digestOfAll(manifestOf(files)) === digestOfAll(draft.live.manifest ?? {});
  const answer = await publishFiles(system, files, {
    ...{ author: by, note, language },
    over: isLive ? draft.live.version : (over ?? draft.live.version),
  });
  if (answer.result !== 'published') return answer;
  if (given === undefined) await clear(system.table, draft);
  return { ...answer, isNew: answer.version !== draft.live.version };
}

/** Checks files, compiles them and makes them a version over the one that is live. */
export async function publishFiles(
  system: PublishSystem,
  files: PlaybookFiles,
  { language, ...publication }: { language: Language; author: Author; note: string; over: number },
): Promise<PublishAnswer> {
  if (isTooLarge(files) || !Object.keys(files).every(isPlaybookPath)) return { result: 'too-large' };
  const compiled = await compilePlaybook(files);
  if (!compiled.ok) return { result: 'mistakes', ...toldMistakes(compiled.mistakes, language) };
  const published = await publishPlaybook(system, compiled.playbook, publication);
  if (published.result === 'overtaken') return published;
  return { ...published, isNew: published.version !== publication.over };
}

/** Removes the drafts that are live now, unless somebody has changed them meanwhile. */
async function clear(table: Table, { files }: SharedDraft): Promise<void> {
  const drafted = files.filter(({ state }) => state !== 'same');
  for (const { path, etag } of drafted) await removeDraft(table, path, etag);
}
