import type { LeadId } from '../identity/ids.ts';
import type { Instant } from '../time.ts';
import type { JobKindName } from './job-kinds.ts';

/** Where a job that was given up is found again. */
export interface FailedPlace {
  partition: string;
  place: string;
}

/** What failed for good, for people. */
export interface FailedJob extends FailedPlace {
  kind: JobKindName;
  /** The lead that it is about, if it is about one. */
  lead?: LeadId;
  since: Instant;
  tries: number;
  failure: string;
  /** A person asked for it, so nobody may give it up. */
  mustBeDone: boolean;
}
