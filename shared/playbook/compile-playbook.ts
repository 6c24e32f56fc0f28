import { createHash } from 'node:crypto';
import { type CompiledMails, compileMails } from './compiler/compile-mails.ts';
import { loadPlaybook } from './load-playbook.ts';
import type { Mistake } from './mistake.ts';
import type { PlaybookContent } from './playbook.ts';

/** All that publishing stores: what marketers decided, and their mails, in which only names are to be filled in. */
export interface CompiledPlaybook {
  /** By which the same playbook is known again. */
  hash: string;
  content: PlaybookContent;
  templates: CompiledMails;
}

/** A playbook that can be published, or everything that is wrong with it, in the order of the files. */
export type Compiled = { ok: true; playbook: CompiledPlaybook } | { ok: false; mistakes: Mistake[] };

/** Checks the marketers' files of a folder, and compiles their mails. */
export async function compilePlaybook(folder: string): Promise<Compiled> {
  const loaded = loadPlaybook(folder);
  if (!loaded.ok) return loaded;
  const { content, mails } = loaded;
  const templates = await compileMails(mails, content);
  const hash = createHash('sha256')
    .update(JSON.stringify([content, templates]))
    .digest('hex');
  return { ok: true, playbook: { hash, content, templates } };
}
