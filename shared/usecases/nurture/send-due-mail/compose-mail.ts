import { isErased } from '../../../domain/identity/lead.ts';
import { type Profile, valuesOf } from '../../../domain/identity/profile.ts';
import type { MailVariables } from '../../../domain/nurture/mail/variables.ts';
import type { Recipient } from '../../../domain/nurture/stop-conditions.ts';
import type { OutgoingMail } from '../../../gateways/mailer.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import type { MailTemplateSource } from './mail-template-source.ts';

export interface ComposeSystem {
  templates: MailTemplateSource;
  /** The address of this system's API, and of the company's website, without a slash at the end. */
  publicUrl: string;
  websiteUrl: string;
}

/** Which mail, to whom, and what its links and reports are to say. */
export interface MailToCompose extends Recipient {
  id: string;
  mail: string;
  sequence: string;
  step: string;
  playbook: Playbook;
}

export interface ComposedMail {
  outgoing: OutgoingMail;
  tracked: boolean;
  links: string[];
}

/**
 * The mail as it goes to the mail service: for one person, with one way out (RFC 8058), and with what we want to
 * hear of it. It is tracked only for people who agreed to that.
 * @throws when the playbook has no such mail, or nobody knows the person's address
 */
export async function composeMail(system: ComposeSystem, order: MailToCompose): Promise<ComposedMail> {
  const { id, mail, lead, profile, playbook, sequence, step } = order;
  if (profile === undefined) throw new Error('Nobody knows the address of this lead');
  const template = await system.templates(playbook.version, mail, profile.locale);
  if (template === undefined) throw new Error(`The playbook has no mail ${mail} in ${profile.locale}`);
  const tracked = lead !== undefined && !isErased(lead) && lead.tracking === 'granted';
  const variables = variablesOf(system, order, profile);
  const tracking = tracked ? { api: system.publicUrl, mail: id } : undefined;
  // Loaded at the first mail: the template language takes a third of the start of who may have none to send.
  const { renderMail } = await import('../render-mail.ts');
  const { links, ...content } = renderMail(template, variables, tracking);
  const outgoing = {
    ...content,
    from: playbook.mailing.sender.name,
    to: [profile.email],
    headers: {
      'List-Unsubscribe': `<${variables.unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
    // SES makes a Feedback-ID of the last two, by which Gmail tells senders what is reported as spam.
    tags: { mail: id, 'ses:feedback-id-a': tagged(sequence), 'ses:feedback-id-b': tagged(step) },
  };
  return { outgoing, tracked, links };
}

function variablesOf(
  { publicUrl, websiteUrl }: ComposeSystem,
  { id, lead, playbook }: MailToCompose,
  profile: Profile,
): MailVariables {
  const isPending = lead !== undefined && !isErased(lead) && lead.mail === 'pending';
  return {
    ...valuesOf(profile),
    website: websiteUrl,
    unsubscribeUrl: `${publicUrl}/unsubscribe/${id}`,
    preferencesUrl: `${publicUrl}/preferences/${id}`,
    ...(isPending && playbook.mailing.doubleOptIn && { confirmUrl: `${publicUrl}/confirm/${id}` }),
  };
}

/** The value of a tag has letters, digits, `-` and `_`. */
function tagged(name: string): string {
  return name.replace(/[^\w-]/g, '-');
}
