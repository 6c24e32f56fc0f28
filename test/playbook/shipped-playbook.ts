import { join } from 'node:path';
import { loadPlaybook } from '../../shared/playbook/load-playbook.ts';
import type { Playbook } from '../../shared/playbook/playbook.ts';

const loaded = loadPlaybook(join(import.meta.dirname, '../../shared/playbook'));
if (!loaded.ok) throw new Error('The shipped playbook has mistakes: npm run playbook:check');

/** The playbook that ships, as if it was the first to be published. */
export const shippedPlaybook: Playbook = { ...loaded.content, version: 1 };

/** The mails that ship, as they were written. */
export const shippedMails = loaded.mails;
