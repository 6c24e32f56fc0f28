import { describe, expect, it } from 'vitest';
import type { PlaybookFiles } from '../../../shared/playbook/files/playbook-files.ts';
import { readPlaybookFolder } from '../../../shared/playbook/files/read-folder.ts';
import { type PreviewRequest, previewMail } from '../../../shared/usecases/nurture/preview-mail.ts';

const shipped = readPlaybookFolder('shared/playbook');

async function preview(order: Partial<PreviewRequest>) {
  const made = await previewMail(shipped, { mail: 'whitepaper', locale: 'en', ...order });
  if (!made.ok) throw new Error('The shipped playbook has mistakes');
  return made;
}

/** The shipped playbook with a change in one file. */
function changed(file: string, from: string, to: string): PlaybookFiles {
  return { ...shipped, [file]: (shipped[file] ?? '').replace(from, to) };
}

describe('the preview of a mail', () => {
  it('shows it for a pending permission by default', async () => {
    const { html, subject, preheader, kilobytes } = await preview({});
    expect(html).toContain('Hi Noor,');
    expect(html).toContain('/confirm/example');
    expect(html).toContain(preheader);
    expect(subject).not.toMatch(/[{}]/);
    expect(kilobytes).toBe(Math.ceil(Buffer.byteLength(html) / 1024));
  });

  it('shows it with the data of a lead', async () => {
    const lead = { profile: { firstName: 'Sam' }, consent: { mail: 'granted' } };
    const { text } = await preview({ locale: 'nl', lead });
    expect(text).toContain('Hallo Sam,');
    expect(text).not.toContain('/confirm/');
  });

  it('shows it for a lead without any data', async () => {
    const { text } = await preview({ lead: {}, website: 'http://website.test', api: 'http://api.test' });
    expect(text).not.toContain('Noor');
    expect(text).toContain('http://website.test/');
    expect(text).toContain('http://api.test/unsubscribe/example');
  });

  it('suggests a name for an unknown mail', async () => {
    await expect(preview({ mail: 'whitepapr' })).rejects.toThrow('did you mean "whitepaper"?');
  });

  it('names file and line of a mistake', async () => {
    const files = changed('mails/tip-1.nl.md', '{{ firstName }}', '{{ voornaam }}');
    const made = await previewMail(files, { mail: 'whitepaper', locale: 'nl' });
    expect(made).toMatchObject({
      ok: false,
      mistakes: [{ file: 'mails/tip-1.nl.md', line: expect.any(Number) }],
    });
  });
});
