import type { Instant } from '../domain/time.ts';
import type { Playbook } from '../playbook/playbook.ts';
import type { Table } from '../store/table.ts';

/** What a use case needs to change a lead. */
export interface LeadSystem {
  table: Table;
  now: () => Instant;
  /** The current playbook, of at least this version. */
  playbook: (atLeast: number) => Promise<Playbook>;
  /** A token for the page of a new hand-over. */
  newToken: () => string;
}
