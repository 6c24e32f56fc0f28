import { compilePlaybook } from '../../../shared/playbook/compile-playbook.ts';
import { readPlaybookFolder } from '../../../shared/playbook/files/read-folder.ts';
import { deployPlaybook } from '../../../shared/usecases/playbook/publish-playbook/deploy-playbook.ts';
import { openDatabase } from '../database.ts';

/** Compiles the shipped playbook and publishes it in an empty table: a process of its own, to be timed as a whole. */
const compiled = await compilePlaybook(readPlaybookFolder('shared/playbook'));
if (!compiled.ok) throw new Error('The shipped playbook has mistakes');
const { table } = await openDatabase();
const now = () => new Date().toISOString();
await deployPlaybook({ table, now }, compiled.playbook);
