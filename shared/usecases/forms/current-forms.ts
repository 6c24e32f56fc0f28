import type { PlaybookContent } from '../../playbook/playbook.ts';
import type { PlaybookSource } from '../playbook/current-playbook.ts';

type Forms = Pick<PlaybookContent, 'forms' | 'fields'>;

/** Reads the current forms. */
export type FormsSource = () => Promise<Forms>;

/**
 * The forms of the current playbook, or those that shipped with this deployment while the table cannot be read: a
 * visitor never notices an outage of the table.
 */
export function formsSource(playbook: PlaybookSource, shipped: () => Forms): FormsSource {
  return () => playbook().catch(shipped);
}
