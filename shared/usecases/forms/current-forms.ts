import type { PlaybookContent } from '../../playbook/playbook.ts';
import type { PlaybookSource } from '../playbook/current-playbook.ts';

type Forms = Pick<PlaybookContent, 'forms' | 'fields'>;

/** The forms that are asked now. */
export type FormsSource = () => Promise<Forms>;

/**
 * The forms of the current playbook; while it cannot be read, those that were shipped with this deployment, so
 * that nobody who sends one in notices that the table is away.
 */
export function formsSource(playbook: PlaybookSource, shipped: () => Forms): FormsSource {
  return () => playbook().catch(shipped);
}
