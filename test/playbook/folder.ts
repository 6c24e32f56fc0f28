import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { type Compiled, compilePlaybook } from '../../shared/playbook/compile-playbook.ts';
import type { PlaybookFiles } from '../../shared/playbook/files/playbook-files.ts';
import { readPlaybookFolder } from '../../shared/playbook/files/read-folder.ts';
import { type Loaded, loadPlaybook } from '../../shared/playbook/load-playbook.ts';
import { toLine } from '../../shared/playbook/mistake.ts';
import { expectPlainDutch } from './plain-dutch.ts';

const shipped = join(import.meta.dirname, '../../shared/playbook');

const shippedFiles = readPlaybookFolder(shipped);

/** A fresh copy of the shipped playbook for each test, in which files can be changed; a folder once its path is asked for. What is wrong is told in Dutch too. */
export function playbookFolder() {
  let files: Record<string, string>;
  let folder: string | undefined;
  beforeEach(() => {
    files = { ...shippedFiles };
    folder = undefined;
  });
  afterEach(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true });
  });

  function path(): string {
    if (folder !== undefined) return folder;
    folder = mkdtempSync(join(tmpdir(), 'playbook-'));
    mkdirSync(join(folder, 'mails'));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    return folder;
  }

  const read = (): PlaybookFiles => (folder === undefined ? files : readPlaybookFolder(folder));
  const load = (): Loaded => {
    const loaded = loadPlaybook(read());
    expectPlainDutch(loaded.ok ? loaded.warnings : loaded.mistakes);
    return loaded;
  };
  const compile = (): Promise<Compiled> => compilePlaybook(read());

  function write(file: string, text: string): void {
    if (folder === undefined) files[file] = text;
    else writeFileSync(join(folder, file), text);
  }

  /** Replaces a text in a file. */
  function change(file: string, before: string | RegExp, after: string): void {
    const text = read()[file] ?? '';
    const changed = text.replace(before, after);
    expect(changed).not.toBe(text);
    write(file, changed);
  }

  /** The mistakes the loader reports, one line each. */
  function mistakes(): string[] {
    const loaded = load();
    return loaded.ok ? [] : loaded.mistakes.map(toLine);
  }

  /** The mistakes when a file has this text. */
  function mistakesWith(file: string, text: string): string[] {
    write(file, text);
    return mistakes();
  }

  /** The mistakes after replacing a text in a file. */
  function mistakesAfter(file: string, before: string | RegExp, after: string): string[] {
    change(file, before, after);
    return mistakes();
  }

  /** The mistakes when a file is removed. */
  function mistakesWithout(file: string): string[] {
    expect(read()[file]).toBeDefined();
    if (folder === undefined) delete files[file];
    else rmSync(join(folder, file));
    return mistakes();
  }

  return { path, load, compile, change, mistakes, mistakesWith, mistakesAfter, mistakesWithout };
}
