import { assertMay, type Viewer } from '../../domain/console/viewer.ts';
import type { DirectoryRow } from '../../domain/identity/directory/row.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { isErased } from '../../domain/identity/lead.ts';
import { EVERY_SUBJECT } from '../../domain/identity/mail-consent.ts';
import { mayBeInAudience, readerStages } from '../../domain/nurture/audience/audience.ts';
import type { AudienceCount } from '../../domain/nurture/audience/issue-line.ts';
import { audienceOf, issueSendTime, subjectOf } from '../../domain/nurture/newsletter-issue.ts';
import { timeZoneOf } from '../../domain/nurture/pace/sending-times.ts';
import type { Issue } from '../../domain/nurture/sequence.ts';
import { pauseReason, stopReason } from '../../domain/nurture/stop-conditions.ts';
import { estimateShare } from '../../domain/uncertainty.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { getLead } from '../../store/identity/leads.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import { getMailing } from '../../store/nurture/mailing.ts';
import type { Table } from '../../store/table.ts';
import type { DirectorySource } from '../identity/directory/directory-source.ts';
import type { ReadSystem } from '../lead-system.ts';
import { isReader } from './send-issue.ts';

export interface AudienceSystem extends ReadSystem {
  directory: DirectorySource;
}

/** Exact up to so many; a larger audience is estimated from as many, to about 7 % of it. */
const SAMPLE = 200;
const AT_ONCE = 20;

/** Who gave permission for an issue and fits, as far as lists know. */
export function listedReaders(
  rows: Iterable<DirectoryRow>,
  issue: Pick<Issue, 'subject' | 'bands' | 'audience'>,
): LeadId[] {
  const audience = audienceOf(issue);
  const subject = subjectOf(issue);
  const found: LeadId[] = [];
  for (const row of rows) {
    const isAllowed = row.subjects.includes(subject) || row.subjects.includes(EVERY_SUBJECT);
    if (isAllowed && mayBeInAudience(audience, row)) found.push(row.id);
  }
  return found;
}

/**
 * How many an issue would reach, published or still a draft. The lists of leads say most; what they do not know is read of
 * at most 200 leads, some two read units each, more when the audience names pages. What nobody knows before it is sent: who
 * unsubscribes, and who has to wait because of the frequency cap.
 * @throws NotAllowed; DirectoryNotMade while many leads are not in lists yet
 */
export async function countAudience(
  { table, now, playbook, directory }: AudienceSystem,
  viewer: Viewer,
  issue: Issue,
): Promise<AudienceCount> {
  assertMay(viewer, 'see-playbook');
  const [rules, { rows }] = await Promise.all([playbook(), directory()]);
  const listed = listedReaders(rows.values(), issue);
  const sample = spread(listed, SAMPLE);
  let hits = 0;
  for (let from = 0; from < sample.length; from += AT_ONCE) {
    const some = sample.slice(from, from + AT_ONCE);
    const each = await Promise.all(some.map((lead) => wouldGet({ table, now }, lead, issue, rules)));
    hits += each.filter(Boolean).length;
  }
  const sampled = sample.length;
  if (sampled === listed.length) return { listed: sampled, reached: hits, low: hits, high: hits, sampled };
  const { share, low, high } = estimateShare(hits, sampled);
  const of = (part: number) => Math.round(part * listed.length);
  return { listed: listed.length, reached: of(share), low: of(low), high: of(high), sampled };
}

/** As many, evenly over a list: ids are digests, so any of them are a random sample. */
function spread<T>(list: readonly T[], most: number): T[] {
  if (list.length <= most) return [...list];
  return Array.from({ length: most }, (_, n) => list[Math.floor((n * list.length) / most)] as T);
}

async function wouldGet(
  { table, now }: { table: Table; now: ReadSystem['now'] },
  id: LeadId,
  issue: Issue,
  { mailing: rules, scoring, agreement }: Playbook,
): Promise<boolean> {
  const options = { isConsistent: false };
  const [lead, profile, mailing] = await Promise.all([
    getLead(table, id, options),
    getProfile(table, id, options),
    getMailing(table, id, options),
  ]);
  if (lead === undefined || isErased(lead) || profile === undefined) return false;
  const at = issueSendTime(issue, rules.hours, timeZoneOf(profile, rules));
  const subject = subjectOf(issue);
  const audience = audienceOf(issue);
  const context = { kind: 'marketing', subject, startedAt: at, readers: readerStages(audience) } as const;
  if (stopReason({ lead, mailing }, context, agreement) !== undefined) return false;
  if (pauseReason({ lead, mailing }, { paused: false, subject }, agreement, at) !== undefined) return false;
  return isReader(table, audience, { lead, profile, scoring, now: now() });
}
