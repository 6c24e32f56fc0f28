import { Document } from '../parts/document.tsx';
import { Field, Form, Permission } from '../parts/form.tsx';
import type { Place } from '../place.ts';

export function Contact({ place }: { place: Place }) {
  const { contact, site } = place.words;
  const optional = (label: string) => `${label} (${site.form.optional})`;
  return (
    <Document place={place} head={contact}>
      <div class="wide split top">
        <div>
          <h1>{contact.title}</h1>
          <p class="intro">{contact.description}</p>
          <h2>{contact.after.title}</h2>
          <ol class="steps">
            {contact.after.list.map((step) => (
              <li>{step}</li>
            ))}
          </ol>
        </div>
        <div class="panel">
          <Form place={place} name="contact" button={contact.button}>
            <Field form="contact" name="name" label={optional(contact.name)} autocomplete="name" />
            <Field
              form="contact"
              name="phone"
              label={optional(contact.phone)}
              type="tel"
              autocomplete="tel"
            />
            <Field form="contact" name="message" label={optional(contact.message)} type="textarea" />
            <Permission id="contact-permission" wording={contact.permission} />
          </Form>
        </div>
      </div>
    </Document>
  );
}
