import { join } from 'node:path';
import { readPlaybookFolder } from '../../shared/playbook/files/read-folder.ts';
import { loadPlaybook } from '../../shared/playbook/load-playbook.ts';
import type { Playbook } from '../../shared/playbook/playbook.ts';

const loaded = loadPlaybook(readPlaybookFolder(join(import.meta.dirname, '../../shared/playbook')));
if (!loaded.ok) throw new Error('The shipped playbook has mistakes: npm run playbook:check');

/** The shipped playbook as version 1. */
export const shippedPlaybook: Playbook = { ...loaded.content, version: 1 };

/** The mails that ship, as they were written. */
export const shippedMails = loaded.mails;
