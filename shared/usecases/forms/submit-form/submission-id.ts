import { ID_PATTERN } from '../../../domain/identity/ids.ts';
import type { Submission } from '../../../domain/tracking/event.ts';
import { digestId } from '../../../gateways/digest-id.ts';
import { KEYLESS } from '../../../store/forms/submissions.ts';

/** Longer keys are cut off. */
const LONGEST_KEY = 1_000;

/** The id of a submission from the first idempotency key that is given; undefined without one. */
export function idFromKey(...candidates: unknown[]): string | undefined {
  const given = candidates.find((key): key is string => typeof key === 'string' && key.trim() !== '');
  const key = given?.trim().slice(0, LONGEST_KEY);
  return key === undefined || ID_PATTERN.test(key) ? key : digestId(key);
}

/** The id of a submission without a key: `putSubmission` takes the same answers within a minute as one submission. */
export function idFromContent({ form, email, values, permission }: Omit<Submission, 'id'>): string {
  const sorted = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${KEYLESS}${digestId(JSON.stringify([form, email, sorted, permission !== undefined]))}`;
}
