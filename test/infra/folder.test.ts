import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readFolder, writeFolder } from '../../infra/folder.ts';

const text = (content: string) => Buffer.from(content);
let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'folder-')), 'bundle');
});

describe('a written folder', () => {
  it('holds exactly the given files, including those in subfolders', () => {
    writeFolder(folder, new Map([['old.js', text('1')]]));
    writeFolder(
      folder,
      new Map([
        ['index.js', text('2')],
        ['mails/nl/tip.md', text('3')],
      ]),
    );
    expect([...readFolder(folder).keys()].sort()).toEqual(['index.js', 'mails/nl/tip.md']);
  });

  it('keeps unchanged files', () => {
    writeFolder(folder, new Map([['index.js', text('same')]]));
    const before = statSync(join(folder, 'index.js'));
    writeFolder(folder, new Map([['index.js', text('same')]]));
    expect(statSync(join(folder, 'index.js')).ino).toBe(before.ino);
  });
});
