import type { PropsWithChildren } from 'hono/jsx';
import { type Place, to } from '../place.ts';

type FormProps = PropsWithChildren<{ place: Place; name: string; button: string }>;

/** A form that posts to the API, with the e-mail address first. It needs no JavaScript. */
export function Form({ place, name, button, children }: FormProps) {
  const { language, words } = place;
  const { site } = words;
  return (
    <form class="form" method="post" action={`${place.apiUrl}/f/${name}`} data-form={name}>
      <input type="hidden" name="_locale" value={language} />
      <input type="hidden" name="_page" value={place.origin + to(place, place.path)} />
      <input type="hidden" name="_t" value={place.renderedAt} />
      {/* Robots fill in every field; people do not see this one. */}
      <div class="trap" aria-hidden="true">
        <label for={`${name}-website`}>{site.form.leaveEmpty}</label>
        <input id={`${name}-website`} name="_website" tabindex={-1} autocomplete="off" />
      </div>
      <Field form={name} name="email" type="email" label={site.form.email} autocomplete="email" required />
      {children}
      <p class="problem" role="alert" data-failed={site.form.failed} />
      <button class="button" type="submit">
        {button}
      </button>
    </form>
  );
}

interface FieldProps {
  form: string;
  name: string;
  label: string;
  type?: 'text' | 'email' | 'tel' | 'textarea';
  autocomplete?: string;
  required?: boolean;
}

export function Field({ form, name, label, type = 'text', autocomplete, required }: FieldProps) {
  const id = `${form}-${name}`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {type === 'textarea' ? (
        <textarea id={id} name={name} rows={5} required={required} />
      ) : (
        <input id={id} name={name} type={type} autocomplete={autocomplete} required={required} />
      )}
    </div>
  );
}

/** The checkbox that gives permission for mail. Its wording is the playbook's, which is stored as proof. */
export function Permission(props: { id: string; wording: string; required?: boolean }) {
  const { id, wording, required } = props;
  return (
    <div class="permission">
      <input id={id} name="permission" type="checkbox" value="on" required={required} />
      <label for={id}>{wording}</label>
    </div>
  );
}
