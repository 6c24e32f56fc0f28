import { join } from 'node:path';
import type { ConsoleSystem } from '../../../../functions/console/app.ts';
import type { Viewer } from '../../../../shared/domain/console/viewer.ts';
import { compilePlaybook } from '../../../../shared/playbook/compile-playbook.ts';
import { readPlaybookFolder } from '../../../../shared/playbook/files/read-folder.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { playbookSource } from '../../../../shared/usecases/playbook/current-playbook.ts';
import { NOW } from '../../../domain/builders.ts';
import { memoryTable } from '../../../store/memory-table.ts';
import { published } from '../../../usecases/playbook.ts';
import { fieldsIn } from '../../../web/console/playbook/form-fields.ts';
import { testConsole, viewers } from '../test-console.ts';

/** The files that ship. */
export const shippedFiles = readPlaybookFolder(join(import.meta.dirname, '../../../../shared/playbook'));

let compiled: ReturnType<typeof compilePlaybook> | undefined;

/** A table in which the playbook that ships is published, with its files. */
export async function tableWithPlaybook(): Promise<Table> {
  compiled ??= compilePlaybook(shippedFiles);
  const shipped = await compiled;
  if (!shipped.ok) throw new Error('The shipped playbook has mistakes');
  const table = await memoryTable();
  await published({ table, now: () => NOW }, shipped.playbook);
  return table;
}

/** The console of somebody, over a table with a playbook. */
export async function playbookConsole(
  table: Table,
  viewer: Viewer = viewers.marketing,
  given: Partial<ConsoleSystem> = {},
) {
  const playbook = playbookSource({ table, now: () => NOW });
  const test = await testConsole(viewer, { table, playbook, ...given });
  const page = async (path: string) => (await test.get(path)).text();
  /** Sends the form of a page with some fields changed, as a browser does, by one of its buttons. */
  const send = async (html: string, path: string, does: string, typed: Record<string, string> = {}) => {
    const form = /<form method="post"[^>]*id="file">.*?<\/form>/s.exec(html)?.[0] ?? '';
    const fields = fieldsIn(form).map(([name, text]) => [name, typed[name] ?? text]);
    const more = Object.entries(typed).filter(([name]) => !fields.some(([known]) => known === name));
    return test.send(path, new URLSearchParams([...fields, ...more, ['do', does]] as [string, string][]));
  };
  return { ...test, page, sendForm: send };
}
