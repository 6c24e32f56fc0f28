import { beforeEach, describe, expect, it } from 'vitest';
import { putMailTemplates } from '../../../shared/store/nurture/mail-templates.ts';
import type { Table } from '../../../shared/store/table.ts';
import { mailTemplateSource } from '../../../shared/usecases/nurture/send-due-mail/mail-template-source.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { countingTable } from '../faulty-table.ts';

let table: Table & { calls: number };
beforeEach(async () => {
  table = countingTable(await memoryTable());
});

const template = (text: string) => ({ subject: 'Hi', preheader: 'Read this', html: '<p>Hi</p>', text });
const store = (version: number, text: string) =>
  putMailTemplates(table, version, { welcome: { nl: template('Hallo'), en: template(text) } });

describe('the mails of a playbook', () => {
  it('are read once for each version', async () => {
    await store(1, 'Hi');
    const source = mailTemplateSource({ table });
    table.calls = 0;
    const [first, again] = await Promise.all([source(1, 'welcome', 'en'), source(1, 'welcome', 'en')]);
    expect(first?.text).toBe('Hi');
    expect(again).toBe(first);
    expect(table.calls).toBe(1);
  });

  it('are those of the requested version', async () => {
    await store(1, 'Hi');
    await store(2, 'Hello');
    const source = mailTemplateSource({ table });
    expect((await source(2, 'welcome', 'en'))?.text).toBe('Hello');
    expect((await source(1, 'welcome', 'en'))?.text).toBe('Hi');
    expect((await source(2, 'welcome', 'nl'))?.text).toBe('Hallo');
  });

  it('are read again if they were missing', async () => {
    const source = mailTemplateSource({ table });
    expect(await source(1, 'welcome', 'en')).toBeUndefined();
    await store(1, 'Hi');
    expect((await source(1, 'welcome', 'en'))?.text).toBe('Hi');
  });
});
