import type { HideBeginnings } from '../domain/identity/search/hidden-places.ts';
import type { Instant } from '../domain/time.ts';
import type { Table } from '../store/table.ts';
import type { PlaybookSource } from './playbook/current-playbook.ts';

/** What a use case needs to read leads. */
export interface ReadSystem {
  table: Table;
  now: () => Instant;
  playbook: PlaybookSource;
}

/** What a use case needs to change leads. */
export interface LeadSystem extends ReadSystem {
  /** A token for the page of a new hand-over. */
  newToken: () => string;
}

/** What a use case needs to score leads: who changes a profile keeps its person findable. */
export interface ScoringSystem extends LeadSystem {
  hideBeginnings: HideBeginnings;
}
