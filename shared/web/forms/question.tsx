import type { Child } from 'hono/jsx';
import type { Field } from '../../domain/forms/form.ts';
import type { FieldError } from '../../domain/forms/read-field.ts';
import type { Language } from '../../domain/language.ts';
import { errorText } from './error-text.ts';
import { formWords } from './words.ts';

interface QuestionState {
  language: Language;
  typed: string | undefined;
  error: FieldError | undefined;
  /** The first with an error gets the focus. */
  isFirst: boolean;
}

/** The question for the e-mail address, which every form has. */
export function EmailQuestion(state: QuestionState) {
  return (
    <Labelled name="email" label={formWords[state.language].email} {...state}>
      <input
        {...attributes('email', state)}
        type="email"
        autocomplete="email"
        maxlength={254}
        required
        value={state.typed}
      />
    </Labelled>
  );
}

interface QuestionProps extends QuestionState {
  name: string;
  field: Field;
  isRequired: boolean;
}

/** A question of the playbook. */
export function Question({ name, field, isRequired, ...state }: QuestionProps) {
  const common = {
    ...attributes(name, state),
    maxlength: field.maxLength,
    required: isRequired,
    autocomplete: field.autocomplete ?? 'on',
  };
  const label = (
    <>
      {field.label[state.language]} {!isRequired && <span>({formWords[state.language].optional})</span>}
    </>
  );
  return (
    <Labelled name={name} label={label} {...state}>
      {field.type === 'textarea' ? (
        <textarea {...common} rows={5}>
          {state.typed}
        </textarea>
      ) : (
        <input
          {...common}
          type={field.type === 'tel' ? 'tel' : 'text'}
          inputmode={field.type === 'number' ? 'numeric' : undefined}
          value={state.typed}
        />
      )}
    </Labelled>
  );
}

/** The checkbox for permission; its wording is stored as proof. */
export function PermissionQuestion(props: {
  wording: string;
  isTicked: boolean;
  isRequired: boolean;
  error?: string | undefined;
}) {
  const { wording, isTicked, isRequired, error } = props;
  return (
    <>
      {error && (
        <p class="wrong" id="permission-wrong">
          {error}
        </p>
      )}
      <div class="field check">
        <input
          type="checkbox"
          id="permission"
          name="permission"
          value="on"
          checked={isTicked}
          required={isRequired}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? 'permission-wrong' : undefined}
        />
        <label for="permission">{wording}</label>
      </div>
    </>
  );
}

function Labelled(props: QuestionState & { name: string; label: Child; children?: Child }) {
  const { name, label, language, error, children } = props;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {error && (
        <p class="wrong" id={`${name}-wrong`}>
          {errorText(error, name, language)}
        </p>
      )}
      {children}
    </div>
  );
}

function attributes(name: string, { error, isFirst }: QuestionState) {
  return {
    id: name,
    name,
    ...(error && { 'aria-invalid': 'true' as const, 'aria-describedby': `${name}-wrong` }),
    ...(isFirst && { autofocus: true }),
  };
}
