import { Field, Form, Permission } from '../parts/form.tsx';
import { FormPage } from '../parts/form-page.tsx';
import type { Place } from '../place.ts';

export function Contact({ place }: { place: Place }) {
  const { contact, site } = place.words;
  const optional = (label: string) => `${label} (${site.form.optional})`;
  const form = (
    <Form place={place} name="contact" button={contact.button}>
      <Field form="contact" name="name" label={optional(contact.name)} autocomplete="name" />
      <Field form="contact" name="phone" label={optional(contact.phone)} type="tel" autocomplete="tel" />
      <Field form="contact" name="message" label={contact.message} type="textarea" required />
      <Permission id="contact-permission" wording={contact.permission} />
    </Form>
  );
  return <FormPage place={place} words={contact} form={form} />;
}
