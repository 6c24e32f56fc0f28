import type { Scope } from '../../shared/domain/console/api-keys.ts';
import type { Actor } from '../../shared/domain/console/log.ts';

/** What a route knows of who calls it. */
export interface ApiEnv {
  Variables: {
    actor: Actor;
    /** What the key is for; the keys of `company.ts` are for everything. */
    scopes: readonly Scope[] | 'all';
  };
}
