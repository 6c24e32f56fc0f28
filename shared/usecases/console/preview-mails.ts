import { assertMay, maySee, type Viewer } from '../../domain/console/viewer.ts';
import { isLeadId } from '../../domain/identity/ids.ts';
import { isErased } from '../../domain/identity/lead.ts';
import { valuesOf } from '../../domain/identity/profile.ts';
import type { Language, Localised } from '../../domain/language.ts';
import { senderName } from '../../domain/look/company-of.ts';
import { type NamedVariant, variantsOf } from '../../domain/nurture/ab-test/placed-tests.ts';
import {
  type InventedRecipient,
  inventedRecipients,
  isInventedRecipient,
  type PreviewedLead,
} from '../../domain/nurture/mail/invented-recipients.ts';
import { type MailUse, usesOf } from '../../domain/nurture/mail/mail-uses.ts';
import { getLead } from '../../store/identity/leads.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import { mailTemplate } from '../../store/nurture/mail-templates.ts';
import type { Table } from '../../store/table.ts';
import type { FilledMail } from '../nurture/fill-in-mail.ts';
import type { PlaybookSource } from '../playbook/current-playbook.ts';

export interface MailPreviewSystem {
  table: Table;
  playbook: PlaybookSource;
  /** The addresses of this system and of the company's website, without a slash at the end. */
  publicUrl: string;
  websiteUrl: string;
  /** The address that mails come from. */
  sender: string;
}

/** A mail of the published playbook. */
export interface PublishedMail {
  name: string;
  /** As an invented person gets it. */
  subject: Localised;
  uses: MailUse[];
}

/** All mails of the published playbook, by name, and its version. @throws NotAllowed */
export async function listPublishedMails(
  { playbook }: Pick<MailPreviewSystem, 'playbook'>,
  viewer: Viewer,
): Promise<{ version: number; mails: PublishedMail[] }> {
  assertMay(viewer, 'see-playbook');
  const current = await playbook();
  const { shownSubject } = await import('../nurture/shown-subject.ts');
  const mails = Object.entries(current.mails).map(([name, { nl, en }]) => ({
    name,
    subject: { nl: shownSubject(nl), en: shownSubject(en) },
    uses: usesOf(name, current),
  }));
  return { version: current.version, mails: mails.sort((a, b) => a.name.localeCompare(b.name)) };
}

/** What somebody wants to see. */
export interface MailPreviewRequest {
  mail: string;
  /** The variant of a test, as `test.variant`; anything else is the mail as it is. */
  variant: string;
  /** The language of the mail; else the lead's own, else `reader`. */
  locale?: Language | undefined;
  /** The language of whoever looks. */
  reader: Language;
  /** An invented recipient; anything else is the first one. */
  person: string;
  /** The id of a real lead, which goes before the invented one; empty for none. */
  lead: string;
}

/** A mail as its recipient would get it. */
export interface MailPreview {
  content: FilledMail;
  locale: Language;
  person: InventedRecipient;
  /** `unknown`: there is no such lead, or the viewer may not see it. */
  lead: 'none' | 'shown' | 'unknown';
  /** As the header `From` has it. */
  from: string;
  uses: MailUse[];
  /** The variants that tests compare it with, and the name of the one that is shown; empty for the mail as it is. */
  variants: NamedVariant[];
  variant: string;
}

/**
 * A mail of the published playbook, filled in for an invented person or a lead. Two read units at most, three for a lead.
 * @returns undefined when the playbook has no such mail
 * @throws NotAllowed
 */
export async function previewPublishedMail(
  system: MailPreviewSystem,
  viewer: Viewer,
  request: MailPreviewRequest,
): Promise<MailPreview | undefined> {
  assertMay(viewer, 'see-playbook');
  const { table, publicUrl, websiteUrl } = system;
  const playbook = await system.playbook();
  if (!Object.hasOwn(playbook.mails, request.mail)) return undefined;
  const real = request.lead === '' ? undefined : await readRecipient(table, viewer, request.lead);
  const locale = request.locale ?? real?.locale ?? request.reader;
  const variants = variantsOf(request.mail, playbook);
  const variant = variants.find(({ name }) => name === request.variant);
  const found = await mailTemplate(table, playbook.version, variant?.mail ?? request.mail, locale);
  if (found === undefined) return undefined;
  const template = { ...found, subject: variant?.subject?.[locale] ?? found.subject };
  const person = isInventedRecipient(request.person) ? request.person : 'pending';
  const { fillInMail } = await import('../nurture/fill-in-mail.ts');
  const lead = real ?? inventedRecipients[person];
  return {
    content: fillInMail(template, { lead, website: websiteUrl, api: publicUrl }),
    ...{ locale, person },
    lead: request.lead === '' ? 'none' : real ? 'shown' : 'unknown',
    from: `${senderName(playbook)} <${system.sender}>`,
    uses: usesOf(request.mail, playbook),
    ...{ variants, variant: variant?.name ?? '' },
  };
}

/** A lead as a preview fills it in; undefined when there is none, or the viewer may not see it. */
export async function readRecipient(
  table: Table,
  viewer: Viewer,
  id: string,
): Promise<(PreviewedLead & { locale: Language }) | undefined> {
  if (!isLeadId(id)) return undefined;
  const options = { isConsistent: false };
  const [lead, profile] = await Promise.all([getLead(table, id, options), getProfile(table, id, options)]);
  if (lead === undefined || profile === undefined || isErased(lead) || !maySee(viewer, lead))
    return undefined;
  return { profile: valuesOf(profile), consent: { mail: lead.mail }, locale: profile.locale };
}
