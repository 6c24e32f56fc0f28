import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { type Compiled, compilePlaybook } from '../../shared/playbook/compile-playbook.ts';
import { type Loaded, loadPlaybook } from '../../shared/playbook/load-playbook.ts';
import { toLine } from '../../shared/playbook/mistake.ts';

const shipped = join(import.meta.dirname, '../../shared/playbook');

/** A copy of the playbook that ships, for each test anew, in which files can be changed. */
export function playbookFolder() {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'playbook-'));
    for (const file of globSync('{*.yaml,mails/*}', { cwd: shipped })) {
      cpSync(join(shipped, file), join(folder, file));
    }
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const load = (): Loaded => loadPlaybook(folder);
  const compile = (): Promise<Compiled> => compilePlaybook(folder);

  /** Replaces a text in a file. */
  function change(file: string, before: string | RegExp, after: string): void {
    const text = readFileSync(join(folder, file), 'utf8');
    const changed = text.replace(before, after);
    expect(changed).not.toBe(text);
    writeFileSync(join(folder, file), changed);
  }

  /** What the loader says, one line for each mistake. */
  function says(): string[] {
    const loaded = load();
    return loaded.ok ? [] : loaded.mistakes.map((mistake) => toLine(mistake).replace(`${folder}/`, ''));
  }

  /** What the loader says when a file has this text. */
  function saysOf(file: string, text: string): string[] {
    writeFileSync(join(folder, file), text);
    return says();
  }

  /** What the loader says after a text was replaced in a file. */
  function saysAfter(file: string, before: string | RegExp, after: string): string[] {
    change(file, before, after);
    return says();
  }

  /** What the loader says without a file. */
  function saysWithout(file: string): string[] {
    rmSync(join(folder, file));
    return says();
  }

  return { load, compile, change, saysOf, saysAfter, saysWithout };
}
