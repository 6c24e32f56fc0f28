import type { Viewer } from '../../../../shared/domain/console/viewer.ts';
import {
  inventedRecipients,
  isInventedRecipient,
  type PreviewedLead,
} from '../../../../shared/domain/nurture/mail/invented-recipients.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { readRecipient } from '../../../../shared/usecases/console/preview-mails.ts';

/** What the fields beside a mail say of whom it is filled in for. */
export interface AskedPerson {
  /** An invented recipient; anything else is the first one. */
  person: string;
  /** The id of a lead, or the address of its page; it goes before the invented one. Empty for none. */
  lead: string;
}

/** Whom a mail is filled in for; undefined when there is no such lead, or the viewer may not see it. */
export async function previewedLead(
  table: Table,
  viewer: Viewer,
  { person, lead }: AskedPerson,
): Promise<PreviewedLead | undefined> {
  // Whoever pastes the address of a lead's page gives its id with it.
  const id = lead.trim().split('?')[0]?.split('/').at(-1) ?? '';
  if (id === '') return inventedRecipients[isInventedRecipient(person) ? person : 'pending'];
  const real = await readRecipient(table, viewer, id);
  if (real === undefined) return undefined;
  const { profile, consent } = real;
  return { ...(profile && { profile }), ...(consent && { consent }) };
}
