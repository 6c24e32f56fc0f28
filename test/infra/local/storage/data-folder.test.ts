import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claimFolder } from '../../../../infra/local/storage/data-folder.ts';

const emptyFolder = () => join(mkdtempSync(join(tmpdir(), 'twin-folder-')), 'data');

describe('the data folder of a twin', () => {
  it('is created when it does not exist, and released without a trace', () => {
    const folder = emptyFolder();
    claimFolder(folder)();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused while another process uses it', () => {
    const folder = emptyFolder();
    claimFolder(folder);
    writeFileSync(join(folder, 'in-use-by'), String(process.ppid));
    expect(() => claimFolder(folder)).toThrow(`Process ${process.ppid} already uses the data in ${folder}`);
  });

  it('is free when its last owner was killed', () => {
    const folder = emptyFolder();
    claimFolder(folder);
    writeFileSync(join(folder, 'in-use-by'), '99999999');
    expect(() => claimFolder(folder)).not.toThrow();
  });
});
