import type { Child } from 'hono/jsx';
import type { FieldError } from '../../domain/forms/answers.ts';
import type { Field } from '../../domain/forms/form.ts';
import type { Language } from '../../domain/language.ts';
import { errorText } from './error-text.ts';
import { formWords } from './words.ts';

interface Asked {
  language: Language;
  typed: string | undefined;
  error: FieldError | undefined;
  /** The first with an error gets the focus. */
  isFirst: boolean;
}

/** The question for the e-mail address, which every form has. */
export function EmailQuestion(asked: Asked) {
  return (
    <Labelled name="email" label={formWords[asked.language].email} {...asked}>
      <input
        {...attributes('email', asked)}
        type="email"
        autocomplete="email"
        maxlength={254}
        required
        value={asked.typed}
      />
    </Labelled>
  );
}

interface QuestionProps extends Asked {
  name: string;
  field: Field;
  isRequired: boolean;
}

/** A question of the playbook. */
export function Question({ name, field, isRequired, ...asked }: QuestionProps) {
  const common = {
    ...attributes(name, asked),
    maxlength: field.maxLength,
    required: isRequired,
    autocomplete: field.autocomplete ?? 'on',
  };
  const label = (
    <>
      {field.label[asked.language]} {!isRequired && <span>({formWords[asked.language].optional})</span>}
    </>
  );
  return (
    <Labelled name={name} label={label} {...asked}>
      {field.type === 'textarea' ? (
        <textarea {...common} rows={5}>
          {asked.typed}
        </textarea>
      ) : (
        <input
          {...common}
          type={field.type === 'tel' ? 'tel' : 'text'}
          inputmode={field.type === 'number' ? 'numeric' : undefined}
          value={asked.typed}
        />
      )}
    </Labelled>
  );
}

/** The checkbox for permission; its wording is stored as proof. */
export function PermissionQuestion({ wording, isTicked }: { wording: string; isTicked: boolean }) {
  return (
    <div class="field check">
      <input type="checkbox" id="permission" name="permission" value="on" checked={isTicked} />
      <label for="permission">{wording}</label>
    </div>
  );
}

function Labelled(props: Asked & { name: string; label: Child; children?: Child }) {
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

function attributes(name: string, { error, isFirst }: Asked) {
  return {
    id: name,
    name,
    ...(error && { 'aria-invalid': 'true' as const, 'aria-describedby': `${name}-wrong` }),
    ...(isFirst && { autofocus: true }),
  };
}
