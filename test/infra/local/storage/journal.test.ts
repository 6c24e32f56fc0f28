import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openJournal } from '../../../../infra/local/storage/journal.ts';

describe('the journal', () => {
  it('remembers after a restart', () => {
    const folder = mkdtempSync(join(tmpdir(), 'journal-'));
    const path = join(folder, 'twin.sqlite');
    const before = openJournal(path);
    before.setSetting('clock-offset', '1');
    before.setSetting('clock-offset', '2');
    before.close();
    const after = openJournal(path);
    expect(after.setting('clock-offset')).toBe('2');
    expect(after.setting('other')).toBeUndefined();
    after.close();
    rmSync(folder, { recursive: true });
  });

  it.each<[string, (stored: Buffer) => Buffer]>([
    ['is no database', () => Buffer.from('something else')],
    ['is damaged in the middle', (stored) => stored.fill(7, 5000, 9000)],
    ['was cut off', (stored) => stored.subarray(0, 9000)],
  ])('says what to do when its file %s', (_, damage) => {
    const folder = mkdtempSync(join(tmpdir(), 'journal-'));
    const path = join(folder, 'twin.sqlite');
    openJournal(path).close();
    writeFileSync(path, damage(readFileSync(path)));
    expect(() => openJournal(path)).toThrow(
      /^The data in .* is damaged \(.*\)\. Delete that folder to start afresh, or choose another one with --data$/s,
    );
    rmSync(folder, { recursive: true });
  });

  it('says what to do when its file is a folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'journal-'));
    expect(() => openJournal(folder)).toThrow(/^The data in .* is damaged \(.*\)\. Delete that folder/s);
    rmSync(folder, { recursive: true });
  });

  it('rolls back a failed transaction, including inner ones', () => {
    const journal = openJournal(':memory:');
    const fail = () =>
      journal.transaction(() => {
        journal.transaction(() => journal.setSetting('a', '1'));
        throw new Error('no');
      });
    expect(fail).toThrow('no');
    expect(journal.setting('a')).toBeUndefined();
  });
});
