import { createHash } from 'node:crypto';
import type { Mistake } from '../domain/playbook/mistake.ts';
import { type CompiledMails, compileMails } from './compiler/compile-mails.ts';
import { digestOfAll, manifestOf } from './files/manifest.ts';
import type { PlaybookFiles } from './files/playbook-files.ts';
import { loadPlaybook } from './load-playbook.ts';
import type { PlaybookContent } from './playbook.ts';

/** What publishing stores: the files, their settings, and the compiled mails. */
export interface CompiledPlaybook {
  /** Equal for equal playbooks. */
  hash: string;
  content: PlaybookContent;
  templates: CompiledMails;
  files: PlaybookFiles;
}

/** A compiled playbook, or all mistakes in it, in the order of the files. */
export type Compiled = { ok: true; playbook: CompiledPlaybook } | { ok: false; mistakes: Mistake[] };

/** Checks the files of a playbook and compiles its mails. */
export async function compilePlaybook(files: PlaybookFiles): Promise<Compiled> {
  const loaded = loadPlaybook(files);
  if (!loaded.ok) return loaded;
  const { content, mails } = loaded;
  const templates = await compileMails(mails, content);
  const hash = createHash('sha256')
    .update(JSON.stringify([content, templates, digestOfAll(manifestOf(files))]))
    .digest('hex');
  return { ok: true, playbook: { hash, content, templates, files } };
}
