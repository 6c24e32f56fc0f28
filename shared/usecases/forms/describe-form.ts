import type { Form } from '../../domain/forms/form.ts';
import {
  type FormForVisitor,
  type KnownFields,
  NOTHING_KNOWN,
  questionsFor,
} from '../../domain/forms/questions.ts';
import type { VisitorId } from '../../domain/identity/ids.ts';
import { knownTo } from '../../domain/identity/known-to.ts';
import { isErased } from '../../domain/identity/lead.ts';
import { consentFor } from '../../domain/identity/mail-consent.ts';
import { getLead } from '../../store/identity/leads.ts';
import { getLinkedLead } from '../../store/identity/links.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import type { Table } from '../../store/table.ts';
import type { FormsSource } from './current-forms.ts';

export interface DescribeSystem {
  table: Table;
  forms: FormsSource;
}

/** What a form asks this visitor; undefined when there is no such form. */
export async function describeForm(
  { table, forms: source }: DescribeSystem,
  name: string,
  visitor: VisitorId | undefined,
): Promise<FormForVisitor | undefined> {
  const { forms, fields } = await source();
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
  if (form === undefined) return undefined;
  // Better ask for what is known than show no form.
  const known = visitor && (await knownOf(table, visitor, form).catch(() => NOTHING_KNOWN));
  return { name, form, fields, questions: questionsFor(form, fields, known ?? NOTHING_KNOWN) };
}

async function knownOf(table: Table, visitor: VisitorId, form: Form): Promise<KnownFields> {
  const id = await getLinkedLead(table, visitor);
  if (id === undefined) return NOTHING_KNOWN;
  const [profile, lead] = await Promise.all([getProfile(table, id), getLead(table, id)]);
  if (profile === undefined || lead === undefined || isErased(lead)) return NOTHING_KNOWN;
  const { speaks, fields } = knownTo(profile, visitor);
  const isAsked = (subject?: string) => ['granted', 'pending'].includes(consentFor(lead, subject));
  const hasPermission = form.subjects === undefined ? isAsked() : form.subjects.every(isAsked);
  return { email: speaks, permission: speaks && hasPermission, fields };
}
