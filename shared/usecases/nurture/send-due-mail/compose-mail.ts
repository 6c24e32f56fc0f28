import { isErased } from '../../../domain/identity/lead.ts';
import { formOrigin, IMPORT, toConfirm } from '../../../domain/identity/permission-proofs.ts';
import { type Profile, valuesOf } from '../../../domain/identity/profile.ts';
import type { Localised } from '../../../domain/language.ts';
import { senderName } from '../../../domain/look/company-of.ts';
import type { MailTemplate } from '../../../domain/nurture/mail/template.ts';
import type { MailVariables } from '../../../domain/nurture/mail/variables.ts';
import type { Recipient } from '../../../domain/nurture/stop-conditions.ts';
import type { Instant } from '../../../domain/time.ts';
import type { OutgoingMail } from '../../../gateways/nurture/mailer.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import { eventInMail } from './event-in-mail.ts';
import type { MailTemplateSource } from './mail-template-source.ts';

export interface ComposeSystem {
  templates: MailTemplateSource;
  /** The URLs of this system's API and of the company's website, without a trailing slash. */
  publicUrl: string;
  websiteUrl: string;
}

/** The mail to compose, its recipient, and the ids for its links and reports. */
export interface MailToCompose extends Recipient {
  id: string;
  mail: string;
  /** Its subject, if it is not that of the mail. */
  subject?: Localised | undefined;
  sequence: string;
  step: string;
  playbook: Playbook;
  now: Instant;
}

export interface ComposedMail {
  outgoing: OutgoingMail;
  tracked: boolean;
  links: string[];
  hidden?: number;
  /** Where the permission was given that it asks to confirm. */
  asks?: string;
}

/**
 * Renders a mail and adds its headers for one-click unsubscribing (RFC 8058) and its SES tags. Tracked only if the
 * person consented to tracking.
 * @throws if the playbook has no such mail, or the lead has no address
 */
export async function composeMail(system: ComposeSystem, request: MailToCompose): Promise<ComposedMail> {
  const { id, mail, lead, profile, playbook, sequence, step } = request;
  if (profile === undefined) throw new Error('This lead has no address');
  const found = await system.templates(playbook.version, mail, profile.locale);
  if (found === undefined) throw new Error(`The playbook has no mail ${mail} in ${profile.locale}`);
  const template = withSubject(found, request.subject?.[profile.locale]);
  const tracked = lead !== undefined && !isErased(lead) && lead.tracking === 'granted';
  const asks = originToConfirm(request, profile);
  const { locale } = profile;
  const about = eventInMail(playbook, request, { locale, websiteUrl: system.websiteUrl, now: request.now });
  const variables = { ...variablesOf(system, request, profile, asks !== undefined), ...about?.variables };
  const tracking = tracked ? { api: system.publicUrl, mail: id } : undefined;
  // Loaded with the first mail: Liquid takes a third of the load time of functions that may not send any.
  const { renderMail } = await import('../render-mail.ts');
  const { links, hidden, ...content } = renderMail(template, variables, tracking);
  const outgoing = {
    ...content,
    from: senderName(playbook),
    to: [profile.email],
    ...(about?.attachments && { attachments: about.attachments }),
    headers: {
      'List-Unsubscribe': `<${variables.unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
    // SES puts the last two in the Feedback-ID header, by which Gmail reports spam complaints to senders.
    tags: { mail: id, 'ses:feedback-id-a': tagValue(sequence), 'ses:feedback-id-b': tagValue(step) },
  };
  return {
    ...{ outgoing, tracked, links },
    ...(hidden !== undefined && { hidden }),
    ...(asks !== undefined && { asks }),
  };
}

/** For each compiled mail the same with other subjects: each object is parsed once. */
const withSubjects = new WeakMap<MailTemplate, Map<string, MailTemplate>>();

function withSubject(template: MailTemplate, subject: string | undefined): MailTemplate {
  if (subject === undefined) return template;
  const known = withSubjects.get(template) ?? new Map<string, MailTemplate>();
  withSubjects.set(template, known);
  const other = known.get(subject) ?? { ...template, subject };
  known.set(subject, other);
  return other;
}

function variablesOf(
  { publicUrl, websiteUrl }: ComposeSystem,
  { id }: MailToCompose,
  profile: Profile,
  asks: boolean,
): MailVariables {
  return {
    ...valuesOf(profile),
    ...{ publicUrl, website: websiteUrl },
    unsubscribeUrl: `${publicUrl}/unsubscribe/${id}`,
    preferencesUrl: `${publicUrl}/preferences/${id}`,
    ...(asks && { confirmUrl: `${publicUrl}/confirm/${id}` }),
  };
}

/** A mail asks to confirm what was asked where its sequence began, and nothing else. */
function originToConfirm(
  { lead, mailing, playbook, sequence }: MailToCompose,
  profile: Profile,
): string | undefined {
  const start = playbook.sequences[sequence]?.start;
  if (start === undefined || !playbook.mailing.doubleOptIn || lead === undefined || isErased(lead))
    return undefined;
  const origin = 'form' in start ? formOrigin(start.form) : 'imported' in start ? IMPORT : undefined;
  if (origin === undefined) return undefined;
  const stopped = { withdrawn: lead.permission?.withdrawn, ticked: mailing.subjects };
  const open = toConfirm(profile.permissions, stopped, origin);
  return open.length > 0 ? origin : undefined;
}

/** SES allows letters, digits, `-` and `_` in the value of a tag. */
function tagValue(name: string): string {
  return name.replace(/[^\w-]/g, '-');
}
