import type { Field, Form } from '../../../domain/forms/form.ts';
import type { LeadMessage } from '../../../domain/identity/lead-page.ts';
import { isUnconfirmed } from '../../../domain/identity/trust.ts';
import type { Submission } from '../../../domain/tracking/event.ts';
import type { TimelineEvent } from '../../../domain/tracking/timeline-kinds.ts';
import type { LeadWithProfile } from '../../../store/identity/leads-with-profiles.ts';
import type { Table } from '../../../store/table.ts';
import { submissionsAt } from '../../../store/tracking/history.ts';

/** Of so many raised hands the words are read; the timeline has those before. */
const MOST = 3;

/**
 * Each message of a raised hand, the newest first: half a read unit for each that is not among the events that are known
 * already. The same sent again is one message, of its last time.
 */
export async function messagesOf(
  table: Table,
  { lead, profile }: LeadWithProfile,
  known: readonly TimelineEvent[],
  { forms, fields }: { forms: Readonly<Record<string, Form>>; fields: Readonly<Record<string, Field>> },
): Promise<LeadMessage[]> {
  const moments = (profile.raised ?? (lead.raisedAt ? [lead.raisedAt] : [])).slice(0, MOST);
  const sent = await Promise.all(
    moments.map((at) => {
      const found = known.filter((event) => event.at === at).filter(isSubmission);
      return found.length > 0 ? found : submissionsAt(table, lead.id, at, { isConsistent: false });
    }),
  );
  const messages = new Map<string, LeadMessage>();
  for (const event of sent.flat().filter(isRaise)) {
    const { at, form, values } = event;
    const parts = Object.entries(values).filter(
      ([field, value]) => fields[field]?.type === 'textarea' && value,
    );
    const text = parts.map(([, value]) => value).join('\n\n');
    const title = forms[form]?.title;
    const doubt = isUnconfirmed(event, profile) && { isUnconfirmed: true as const };
    const message = { at, form, text, ...(title && { title }), ...doubt };
    if (!messages.has(form + text)) messages.set(form + text, message);
  }
  return [...messages.values()];
}

function isSubmission(event: TimelineEvent): event is Submission {
  return event.type === 'form';
}

function isRaise({ handRaise, spam }: Submission): boolean {
  return handRaise === true && spam === undefined;
}
