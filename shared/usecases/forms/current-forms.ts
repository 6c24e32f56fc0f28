import type { PlaybookContent } from '../../playbook/playbook.ts';
import type { PlaybookSource } from '../playbook/current-playbook.ts';

/** The forms, and how the company looks that shows them. */
type Forms = Pick<PlaybookContent, 'forms' | 'fields' | 'company' | 'mailing' | 'pictures'>;

/** Reads the current forms. */
export type FormsSource = () => Promise<Forms>;

/**
 * The forms of the current playbook, or those that shipped with this deployment while the table cannot be read: a
 * visitor never notices an outage of the table.
 */
export function formsSource(playbook: PlaybookSource, shipped: () => Forms): FormsSource {
  return () => playbook().catch(shipped);
}
