import type { Child } from 'hono/jsx';
import type { Field } from '../../../domain/forms/form.ts';

export interface EntryProps {
  name: string;
  label: string;
  hint?: string | undefined;
  wrong?: string | undefined;
  /** Says so of a question that has to be answered. */
  required?: string | undefined;
}

/** A question with its hint and what is wrong with the answer. */
export function Entry({ name, label, hint, wrong, required, children }: EntryProps & { children?: Child }) {
  return (
    <div class="field">
      <label for={name}>
        {label}
        {required && <span class="quiet"> ({required})</span>}
      </label>
      {hint && (
        <p class="small quiet" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p class="wrong" id={`${name}-wrong`}>
          {wrong}
        </p>
      )}
      {children}
    </div>
  );
}

/** The attributes of the control of a question. */
export function controlOf({ name, hint, wrong, required }: EntryProps) {
  const described = [hint && `${name}-hint`, wrong && `${name}-wrong`].filter(Boolean).join(' ');
  return {
    ...{ id: name, name, autocomplete: 'off' as const },
    ...(described && { 'aria-describedby': described }),
    ...(required && { required: true }),
    ...(wrong && { 'aria-invalid': 'true' as const }),
  };
}

type ValueProps = EntryProps & { field: Pick<Field, 'type' | 'maxLength'>; typed: string };

/** A question for a value of one line, about somebody else: browsers fill in nothing. */
export function ValueEntry({ field, typed, ...entry }: ValueProps) {
  return (
    <Entry {...entry}>
      <input
        {...controlOf(entry)}
        type={field.type === 'tel' ? 'tel' : 'text'}
        inputmode={field.type === 'number' ? 'numeric' : undefined}
        maxlength={field.maxLength}
        value={typed}
      />
    </Entry>
  );
}

/** What stands above a form that was not saved, with a way to each field. */
export function Refused({ text, fields }: { text: string; fields: readonly (readonly [string, string])[] }) {
  return (
    <div class="notice refusal" role="alert" tabindex={-1} autofocus>
      <p>{text}</p>
      <ul>
        {fields.map(([name, label]) => (
          <li>
            <a href={`#${name}`}>{label}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
