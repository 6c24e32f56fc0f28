import type { NewLead } from '../../contract/api-requests.ts';
import type { Sequence } from '../../domain/nurture/sequence.ts';
import type { Instant } from '../../domain/time.ts';
import type { Import } from '../../domain/tracking/event.ts';
import type { Playbook } from '../../playbook/playbook.ts';

/** A permission that another system passes on; `reason` says why it cannot be stored. */
type ReadPermission =
  | { permission: NonNullable<Import['permission']>; at: Instant | undefined }
  | { reason: string };

/** Reads a permission from another system. Without subjects its wording is taken to name all of the playbook. */
export function readPermission(
  given: NonNullable<NewLead['proofs']['permission']>,
  { mailing }: Pick<Playbook, 'mailing'>,
  now: Instant,
): ReadPermission {
  const { wording, page, source } = given;
  const [at, confirmedAt] = [instantOf(given.at), instantOf(given.confirmedAt)];
  const known = Object.keys(mailing.subjects);
  const { subjects = known } = given;
  const unknown = subjects.find((subject) => !known.includes(subject));
  if (unknown !== undefined) return { reason: `\`subjects\`: the playbook has ${known.join(', ')}` };
  if (at !== undefined && at > now) return { reason: '`at` has yet to come' };
  if (confirmedAt !== undefined && confirmedAt > now) return { reason: '`confirmedAt` has yet to come' };
  if (at !== undefined && confirmedAt !== undefined && confirmedAt < at)
    return { reason: '`confirmedAt` is before `at`' };
  const permission = {
    ...{ wording, page, subjects: [...new Set(subjects)] },
    ...(source !== undefined && { source }),
    ...(confirmedAt !== undefined && { confirmedAt }),
  };
  return { permission, at: at ?? confirmedAt };
}

/** Whether the playbook has a mail that asks to confirm such a permission. */
export function canAskToConfirm(sequences: Readonly<Record<string, Sequence>>): boolean {
  return Object.values(sequences).some(({ start }) => 'imported' in start);
}

function instantOf(text: string | undefined): Instant | undefined {
  return text === undefined ? undefined : new Date(text).toISOString();
}
