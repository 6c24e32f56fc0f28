import { describe, expect, it } from 'vitest';
import { playbookFolder } from './folder.ts';

const { compile, change, mistakesAfter } = playbookFolder();

async function hash(): Promise<string> {
  const compiled = await compile();
  return compiled.ok ? compiled.playbook.hash : 'wrong';
}

describe('a compiled playbook', () => {
  it('has every mail in both languages, with variables to be filled in', async () => {
    const compiled = await compile();
    if (!compiled.ok) throw new Error('The shipped playbook has mistakes');
    const { content, templates } = compiled.playbook;
    expect(Object.keys(templates)).toEqual(Object.keys(content.mails));
    for (const { nl, en } of Object.values(templates)) {
      expect(nl.html).toContain('lang="nl"');
      expect(en.html).toContain('lang="en"');
      expect(nl.text).toContain('{{ unsubscribeUrl }}');
    }
  });

  it('has the same hash again, and another one when a setting or a word of a mail changes', async () => {
    const first = await hash();
    expect(await hash()).toBe(first);
    change('agreement.yaml', /acceptWithinHours: \d+/, 'acceptWithinHours: 7');
    const second = await hash();
    expect(second).not.toBe(first);
    change('mails/tip-2.en.md', /\n$/, '\nOne more thing.\n');
    expect(await hash()).not.toBe(second);
  });
});

describe('a playbook with a mistake', () => {
  it('is not compiled, and reports the mistake', async () => {
    const reported = mistakesAfter('agreement.yaml', /acceptWithinHours: \d+/, 'acceptWithinHours: soon');
    const compiled = await compile();
    expect(compiled).toMatchObject({ ok: false, mistakes: [{ field: 'acceptWithinHours' }] });
    expect(reported).toHaveLength(1);
  });
});
