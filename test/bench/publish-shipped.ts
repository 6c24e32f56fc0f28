import { compilePlaybook } from '../../shared/playbook/compile-playbook.ts';
import { readPlaybookFolder } from '../../shared/playbook/files/read-folder.ts';
import { publishPlaybook } from '../../shared/usecases/playbook/publish-playbook/publish-playbook.ts';
import { openDatabase } from './database.ts';

/** Compiles the shipped playbook and publishes it in an empty table: a process of its own, to be timed as a whole. */
const compiled = await compilePlaybook(readPlaybookFolder('shared/playbook'));
if (!compiled.ok) throw new Error('The shipped playbook has mistakes');
const { table } = await openDatabase();
const now = () => new Date().toISOString();
await publishPlaybook({ table, now }, compiled.playbook);
