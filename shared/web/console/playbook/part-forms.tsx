import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { GuideSteps } from '../../../playbook/new/guide-steps.ts';
import { AgreementForm } from './agreement/form.tsx';
import { CompanyForm } from './company/form.tsx';
import { EventsForm } from './events/form.tsx';
import { FieldsForm } from './fields/form.tsx';
import { FitForm } from './fit/form.tsx';
import { FormsForm } from './forms/form.tsx';
import type { PartForm } from './kit/part-form.ts';
import { MailingForm } from './mailing/form.tsx';
import { NewsletterForm, type Outlook } from './newsletter/form.tsx';
import type { PartWithForm } from './part-names.ts';
import { SalesForm } from './sales/form.tsx';
import { ScoringForm } from './scoring/form.tsx';
import { SequencesForm } from './sequences/form.tsx';

/** What forms of some parts show besides their settings. */
export interface Around {
  /** The form or sequence that is open. */
  entry: string | undefined;
  outlook: Outlook;
  /** What answers each form. */
  guides: readonly GuideSteps[];
}

const forms: Record<PartWithForm, (props: { form: PartForm } & Around) => Child> = {
  scoring: ({ form }) => <ScoringForm form={form} />,
  fit: ({ form }) => <FitForm form={form} />,
  fields: ({ form }) => <FieldsForm form={form} />,
  forms: ({ form, entry, guides }) => <FormsForm {...{ form, entry, guides }} />,
  agreement: ({ form }) => <AgreementForm form={form} />,
  sales: ({ form }) => <SalesForm form={form} />,
  mailing: ({ form }) => <MailingForm form={form} />,
  sequences: ({ form, entry }) => <SequencesForm form={form} entry={entry} />,
  newsletter: ({ form, outlook }) => <NewsletterForm form={form} outlook={outlook} />,
  company: ({ form }) => <CompanyForm form={form} />,
  events: ({ form }) => <EventsForm form={form} />,
};

/** The fields of a part of the playbook, written out, so that `form.shown` says what they show. */
export function partFields(part: PartWithForm, form: PartForm, around: Around): Child {
  return raw(String(forms[part]({ form, ...around })));
}
