import { Document } from '../parts/document.tsx';
import { Field, Form, Permission } from '../parts/form.tsx';
import type { Place } from '../place.ts';

export function Contact({ place }: { place: Place }) {
  const { contact, site } = place.words;
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
            <Field
              form="contact"
              name="name"
              label={`${contact.name} (${site.form.optional})`}
              autocomplete="name"
            />
            <Field
              form="contact"
              name="phone"
              type="tel"
              label={`${contact.phone} (${site.form.optional})`}
              autocomplete="tel"
            />
            <Field
              form="contact"
              name="message"
              type="textarea"
              label={`${contact.message} (${site.form.optional})`}
            />
            <Permission id="contact-permission" wording={contact.permission} />
          </Form>
        </div>
      </div>
    </Document>
  );
}
