import { beforeEach, describe, expect, it } from 'vitest';
import type { Table } from '../../../../shared/store/table.ts';
import { readDraftFile } from '../../../../shared/usecases/playbook/draft/read-draft.ts';
import { viewers } from '../test-console.ts';
import { playbookConsole, shippedFiles, tableWithPlaybook } from './playbook-console.ts';

const SEQUENCES = '/console/playbook/sequences.yaml';
const MAIL = '/whitepaper-tips/steps/7/mail';

let table: Table;
let sanne: Awaited<ReturnType<typeof playbookConsole>>;
beforeEach(async () => {
  table = await tableWithPlaybook();
  sanne = await playbookConsole(table);
});
const draftOf = async (path: string) => (await readDraftFile({ table }, viewers.marketing, path))?.text;

/** The form of a sequence after another step was added to it. */
async function withNewStep() {
  const html = await sanne.page(`${SEQUENCES}?entry=whitepaper-tips`);
  return (await sanne.sendForm(html, SEQUENCES, 'add /whitepaper-tips/steps step')).text();
}

/** Presses the button that makes a mail for the new step. */
async function make(html: string, name: string, typed: Record<string, string> = {}) {
  return sanne.sendForm(html, SEQUENCES, `make-mail ${MAIL}`, { [`new:${MAIL}`]: name, ...typed });
}

describe('a new step', () => {
  it('has no mail until somebody chooses one, and says so', async () => {
    const html = await withNewStep();
    expect(html).toContain('Choose one, or make a new one below.');
    expect(html).toMatch(/steps\[7\]\.mail"[^>]*aria-invalid="true"/);
    expect(html).toMatch(/<option value="" selected="">choose a mail<\/option>/);
    expect(html).toMatch(/<option value="tip-1">[^<]+ \(tip-1\)<\/option>/);
  });

  it('gets a mail that is made for it in every language, with all that was typed', async () => {
    const typed = { 'text:/whitepaper-tips/title/en': 'Seven tips' };
    const html = await (await make(await withNewStep(), 'tip-7', typed)).text();
    expect(html).toContain('The mail tip-7 is made and chosen');
    expect(html).toMatch(/<option value="tip-7" selected="">/);
    expect(html).toMatch(/<a href="[^"]*\/mails\/tip-7\.en\.md" target="_blank" rel="noopener">Write /);
    expect(html).toContain('Not saved yet');
    expect(await draftOf('sequences.yaml')).toBe(shippedFiles['sequences.yaml']);
    for (const language of ['nl', 'en'])
      expect(await draftOf(`mails/tip-7.${language}.md`)).not.toContain('confirmUrl');
    await sanne.sendForm(html, SEQUENCES, 'save');
    expect(await draftOf('sequences.yaml')).toBe(
      shippedFiles['sequences.yaml']
        ?.replace('en: Six tips after the guide', 'en: Seven tips')
        .replace(/(id: one-figure.*\n)/, '$1    - { id: step-8, mail: tip-7, after: 49d }\n'),
    );
  });

  it('can be the mail that answers a form, with the button to confirm', async () => {
    await make(await withNewStep(), 'thanks', { [`asks:${MAIL}`]: 'on' });
    for (const language of ['nl', 'en'])
      expect(await draftOf(`mails/thanks.${language}.md`)).toContain('{{ confirmUrl }}');
  });

  it('is made once, however often the button is pressed, and takes no mail from anybody', async () => {
    const html = await withNewStep();
    await make(html, 'tip-7');
    expect(await (await make(html, 'tip-7')).text()).toContain('The mail tip-7 is made and chosen');
    const before = shippedFiles['mails/tip-1.en.md'];
    for (const name of ['tip-1', '', 'Not a name', '__proto__'])
      expect(await (await make(html, name)).text()).toContain('This name is taken, or cannot be used');
    expect(await draftOf('mails/tip-1.en.md')).toBe(before);
  });

  it('is not made by sales', async () => {
    const anna = await playbookConsole(table, viewers.sales);
    const answer = await anna.post(SEQUENCES, {
      etag: 'x',
      do: `make-mail ${MAIL}`,
      [`new:${MAIL}`]: 'tip-7',
    });
    expect(answer.status).toBe(403);
    expect(await draftOf('mails/tip-7.en.md')).toBeUndefined();
  });
});
