import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = (...words: string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'infra/demo/preview/run.ts', ...words]);

describe('npm run mail:preview', () => {
  it('writes the HTML of a mail to a lead', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'preview-'));
    const [lead, out] = [join(folder, 'lead.json'), join(folder, 'mail.html')];
    writeFileSync(lead, JSON.stringify({ profile: { firstName: 'Sam' }, consent: { mail: 'granted' } }));
    const { stdout } = await run('whitepaper', 'nl', '--lead', lead, '--out', out);
    expect(stdout).toMatch(/mail\.html: .+ \(\d+ KB of HTML\)/);
    expect(readFileSync(out, 'utf8')).toContain('Hallo Sam,');
  });

  it('fails with the reason', async () => {
    await expect(run('whitepapr', 'nl')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('did you mean "whitepaper"?'),
    });
  });
});
