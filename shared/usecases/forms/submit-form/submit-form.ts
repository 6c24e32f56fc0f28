import { type Answers, type FormInput, readAnswers } from '../../../domain/forms/answers.ts';
import type { Form } from '../../../domain/forms/form.ts';
import { requiredFields } from '../../../domain/forms/questions.ts';
import type { FieldError } from '../../../domain/forms/read-field.ts';
import { spamSign } from '../../../domain/forms/spam.ts';
import type { LeadId, VisitorId } from '../../../domain/identity/ids.ts';
import { knownTo } from '../../../domain/identity/known-to.ts';
import type { Language } from '../../../domain/language.ts';
import type { Instant } from '../../../domain/time.ts';
import type { MailBudgets, Submission } from '../../../domain/tracking/event.ts';
import { parsePageUrl } from '../../../domain/tracking/page-url.ts';
import { digestId } from '../../../gateways/digest-id.ts';
import type { Challenges } from '../../../gateways/forms/challenges.ts';
import type { LateQueue } from '../../../gateways/tracking/late-queue.ts';
import { useSolution } from '../../../store/forms/solved-challenges.ts';
import { putSubmission } from '../../../store/forms/submissions.ts';
import { getLinkedLead } from '../../../store/identity/links.ts';
import { getProfile } from '../../../store/identity/profiles.ts';
import type { Table } from '../../../store/table.ts';
import type { FormsSource } from '../current-forms.ts';
import { idFromContent, idFromKey } from './submission-id.ts';

export interface SubmitSystem {
  table: Table;
  late: LateQueue;
  forms: FormsSource;
  leadId: (email: string) => LeadId;
  /** Absent when the company has not switched them on. */
  challenges?: Challenges;
  budgetsOf: (email: string, ip: string | undefined, at: Instant) => MailBudgets;
  now: () => Instant;
  publicUrl: string;
}

/** A form as it was sent. `visitor` is absent when the browser asked for privacy. */
export interface FormRequest {
  form: string;
  input: FormInput;
  locale: Language;
  visitor?: VisitorId;
  key?: string;
  referrer?: string;
  /** The address that it came from. */
  ip?: string;
}

export type SubmitResult =
  | { result: 'unknown-form' }
  | { result: 'invalid'; errors: Record<string, FieldError> }
  | AcceptedForm;

/** `visitor` is the id the browser uses from now on; `isLate` when the submission waits in the late queue. */
export interface AcceptedForm {
  result: 'accepted';
  visitor?: VisitorId;
  /** It gives permission that the person has to confirm. */
  asksPermission: boolean;
  isLate: boolean;
}

/**
 * Stores a form as one event of the lead with its address. Sending it again with the same key changes nothing. When
 * the table refuses it, it waits in the late queue.
 * @throws when both refuse it, or when the table is needed to check the answers: send it again.
 */
export async function submitForm(system: SubmitSystem, sent: FormRequest): Promise<SubmitResult> {
  const { forms, fields } = await system.forms();
  const form = Object.hasOwn(forms, sent.form) ? forms[sent.form] : undefined;
  if (form === undefined) return { result: 'unknown-form' };

  const { answers, errors } = readAnswers(form, fields, sent.input);
  const owner = await linkedLead(system.table, sent.visitor, answers);
  const { email, missing } = await completeFromProfile(system.table, form, answers, owner, sent.visitor);
  for (const field of missing) errors[field] ??= { code: 'missing' };
  if (email === undefined || Object.keys(errors).length > 0) return { result: 'invalid', errors };

  const lead = system.leadId(email);
  const submission = submissionOf(system, sent, form, { ...answers, email });
  const isOther = owner !== undefined && owner !== lead;
  const visitor = isOther ? newVisitorId(sent, lead, submission) : sent.visitor;
  const isProven = await hasSolution(system, sent, lead, submission);
  const event = { ...submission, ...(visitor && { visitor }), ...(!isProven && { unproven: true }) };
  const isLate = await storeOrQueue(system, lead, event);
  const asksPermission = event.permission !== undefined;
  return { result: 'accepted', isLate, asksPermission, ...(visitor && { visitor }) };
}

/** Whether the browser solved a challenge for this submission, or need not. If the table refuses, it is as if it had not. */
async function hasSolution(
  { challenges, table }: SubmitSystem,
  { form, input }: FormRequest,
  lead: LeadId,
  { id, at }: Submission,
): Promise<boolean> {
  if (challenges === undefined) return true;
  const solved = await challenges.solvedBy(input._challenge, form, at);
  return solved !== undefined && useSolution(table, solved, `${lead} ${id}`, at).catch(() => false);
}

/** The lead that the visitor is linked to. If the form has an address, a failed read may count as none: linking checks again. */
async function linkedLead(
  table: Table,
  visitor: VisitorId | undefined,
  answers: Answers,
): Promise<LeadId | undefined> {
  if (visitor === undefined) return undefined;
  try {
    return await getLinkedLead(table, visitor);
  } catch (error) {
    if (answers.email === undefined) throw error;
    return undefined;
  }
}

/** The address that was given or that the browser may leave out, and the required fields that are neither. */
async function completeFromProfile(
  table: Table,
  form: Form,
  answers: Answers,
  owner: LeadId | undefined,
  visitor: VisitorId | undefined,
): Promise<{ email: string | undefined; missing: string[] }> {
  const open = requiredFields(form).filter((field) => answers.values[field] === undefined);
  const isComplete = answers.email !== undefined && open.length === 0;
  if (isComplete || owner === undefined || visitor === undefined) {
    return { email: answers.email, missing: answers.email === undefined ? ['email', ...open] : open };
  }
  const profile = await getProfile(table, owner);
  const known = profile && knownTo(profile, visitor);
  const email = answers.email ?? (known?.speaks ? profile?.email : undefined);
  const isSame = answers.email === undefined || answers.email === profile?.email;
  const missing = open.filter((field) => !(isSame && known?.fields.has(field)));
  return { email, missing: email === undefined ? ['email', ...missing] : missing };
}

/**
 * The id for a second person in the same browser: the histories of two people are never mixed. Who knows the id that the
 * browser had cannot know this one.
 */
function newVisitorId({ visitor }: FormRequest, lead: LeadId, { id }: Submission): VisitorId {
  return digestId(`${visitor} is ${lead} since ${id}`) as VisitorId;
}

function submissionOf(
  { now, publicUrl, budgetsOf }: SubmitSystem,
  { form: name, input, locale, key, referrer, ip }: FormRequest,
  form: Form,
  { email, values, permission }: Answers & { email: string },
): Submission {
  const at = now();
  const page = pageOf(input._page) ?? pageOf(referrer);
  const spam = spamSign(input, at);
  const { subjects } = form;
  const wording = permission ? form.permission?.[locale] : undefined;
  const on = page?.url ?? `${publicUrl}/f/${name}`;
  const event: Omit<Submission, 'id'> = {
    type: 'form',
    at,
    receivedAt: at,
    form: name,
    email,
    values,
    locale,
    ...(form.handRaise && { handRaise: true }),
    ...(wording && { permission: { wording, page: on, ...(subjects && { subjects }) } }),
    ...(page && { page: page.url }),
    ...(page?.campaign && { campaign: page.campaign }),
    ...(spam && { spam }),
    budgets: budgetsOf(email, ip, at),
  };
  return { id: idFromKey(key, input._key) ?? idFromContent(event), ...event };
}

function pageOf(address: unknown) {
  return typeof address === 'string' ? parsePageUrl(address) : undefined;
}

/** @returns whether it waits in the late queue */
async function storeOrQueue(
  { table, late }: SubmitSystem,
  lead: LeadId,
  event: Submission,
): Promise<boolean> {
  try {
    await putSubmission(table, lead, event);
    return false;
  } catch {
    await late.send({ lead, event });
    return true;
  }
}
