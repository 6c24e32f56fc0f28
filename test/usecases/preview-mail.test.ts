import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = (...words: string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'shared/usecases/preview-mail.ts', ...words]);

describe('the preview of a mail', () => {
  it('shows it to somebody who did not confirm yet', async () => {
    const { stdout } = await run('whitepaper', 'en');
    expect(stdout).toContain('Hi Noor,');
    expect(stdout).toContain('/confirm/example');
  });

  it('shows it with the data of a lead', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'lead-')), 'lead.json');
    writeFileSync(file, JSON.stringify({ profile: { firstName: 'Sam' }, consent: { mail: 'granted' } }));
    const { stdout } = await run('whitepaper', 'nl', '--text', '--lead', file);
    expect(stdout).toContain('Hallo Sam,');
    expect(stdout).not.toContain('/confirm/');
  });

  it('says which mail was meant', async () => {
    await expect(run('whitepapr', 'nl')).rejects.toThrow('did you mean "whitepaper"?');
  });
});
