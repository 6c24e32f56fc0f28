import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claimFolder } from '../../../../infra/local/storage/data-folder.ts';

const emptyFolder = () => join(mkdtempSync(join(tmpdir(), 'twin-folder-')), 'data');

describe('the data folder of a twin', () => {
  it('is created when it does not exist, and released without a trace', () => {
    const folder = emptyFolder();
    claimFolder(folder).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused while another process uses it', () => {
    const folder = emptyFolder();
    claimFolder(folder);
    writeFileSync(join(folder, 'in-use-by'), String(process.ppid));
    expect(() => claimFolder(folder)).toThrow(`Process ${process.ppid} already uses the data in ${folder}`);
  });

  it('is no file, and lies in none', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'twin-folder-')), 'file');
    writeFileSync(file, '');
    for (const path of [file, join(file, 'data')])
      expect(() => claimFolder(path)).toThrow(
        `${path} is a file, or lies in one. Choose a folder with --data`,
      );
  });

  it('is refused where nothing can be written', () => {
    expect(() => claimFolder('/proc/kansrijk/data')).toThrow(
      /^Nothing can be written to \/proc\/kansrijk\/data/,
    );
  });

  it('is refused with the files of something else in it, and left as it was', () => {
    const folder = emptyFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, 'holiday.jpg'), '');
    expect(() => claimFolder(folder)).toThrow(`${folder} holds files that are not Kansrijk's`);
    expect(readdirSync(folder)).toEqual(['holiday.jpg']);
  });

  it('may hold what git and file managers put into an empty folder, and its own data', () => {
    const folder = emptyFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, '.gitkeep'), '');
    claimFolder(folder).release();
    for (const name of ['twin.sqlite', 'CURRENT']) writeFileSync(join(folder, name), '');
    expect(() => claimFolder(folder)).not.toThrow();
  });

  it('is free when its last owner was killed', () => {
    const folder = emptyFolder();
    claimFolder(folder);
    writeFileSync(join(folder, 'in-use-by'), '99999999');
    expect(() => claimFolder(folder)).not.toThrow();
  });
});
