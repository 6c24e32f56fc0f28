import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { type Compiled, compilePlaybook } from '../../shared/playbook/compile-playbook.ts';
import { readPlaybookFolder } from '../../shared/playbook/files/read-folder.ts';
import { type Loaded, loadPlaybook } from '../../shared/playbook/load-playbook.ts';
import { toLine } from '../../shared/playbook/mistake.ts';

const shipped = join(import.meta.dirname, '../../shared/playbook');

/** A fresh copy of the shipped playbook for each test, in which files can be changed. */
export function playbookFolder() {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'playbook-'));
    for (const file of globSync('{*.yaml,mails/*}', { cwd: shipped })) {
      cpSync(join(shipped, file), join(folder, file));
    }
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const path = (): string => folder;
  const load = (): Loaded => loadPlaybook(readPlaybookFolder(folder));
  const compile = (): Promise<Compiled> => compilePlaybook(readPlaybookFolder(folder));

  /** Replaces a text in a file. */
  function change(file: string, before: string | RegExp, after: string): void {
    const text = readFileSync(join(folder, file), 'utf8');
    const changed = text.replace(before, after);
    expect(changed).not.toBe(text);
    writeFileSync(join(folder, file), changed);
  }

  /** The mistakes the loader reports, one line each. */
  function mistakes(): string[] {
    const loaded = load();
    return loaded.ok ? [] : loaded.mistakes.map(toLine);
  }

  /** The mistakes when a file has this text. */
  function mistakesWith(file: string, text: string): string[] {
    writeFileSync(join(folder, file), text);
    return mistakes();
  }

  /** The mistakes after replacing a text in a file. */
  function mistakesAfter(file: string, before: string | RegExp, after: string): string[] {
    change(file, before, after);
    return mistakes();
  }

  /** The mistakes when a file is removed. */
  function mistakesWithout(file: string): string[] {
    rmSync(join(folder, file));
    return mistakes();
  }

  return { path, load, compile, change, mistakes, mistakesWith, mistakesAfter, mistakesWithout };
}
