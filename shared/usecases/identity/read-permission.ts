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
  const at = instantOf(given.at);
  const confirmed = instantOf(given.confirmedAt);
  // Of the day that it was confirmed the hour is not known.
  const isSameDay = given.confirmedAt?.length === DAY_LENGTH && at?.startsWith(given.confirmedAt);
  const confirmedAt = isSameDay ? at : confirmed;
  const known = Object.keys(mailing.subjects);
  const { subjects = known } = given;
  const unknown = subjects.find((subject) => !known.includes(subject));
  if (unknown !== undefined) return { reason: `\`subjects\`: the playbook has ${known.join(', ')}` };
  for (const [name, moment] of Object.entries({ at, confirmedAt })) {
    if (moment === undefined) continue;
    if (Date.parse(moment) > Date.parse(now)) return { reason: `\`${name}\` has yet to come` };
    if (Date.parse(moment) < 0) return { reason: `\`${name}\` is before 1970` };
  }
  if (at !== undefined && confirmedAt !== undefined && confirmedAt < at)
    return { reason: '`confirmedAt` is before `at`' };
  const permission = {
    ...{ wording, page, subjects: [...new Set(subjects)] },
    ...(source !== undefined && { source }),
    ...(confirmedAt !== undefined && { confirmedAt }),
  };
  return { permission, at: at ?? confirmedAt };
}

const DAY_LENGTH = '2026-01-31'.length;

/** Whether the playbook has a mail that asks to confirm such a permission. */
export function canAskToConfirm(sequences: Readonly<Record<string, Sequence>>): boolean {
  return Object.values(sequences).some(({ start }) => 'imported' in start);
}

function instantOf(text: string | undefined): Instant | undefined {
  return text === undefined ? undefined : new Date(text).toISOString();
}
