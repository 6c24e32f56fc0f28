import { type FormForVisitor, requiresPermission } from '../../domain/forms/questions.ts';
import type { Language } from '../../domain/language.ts';
import { formWords } from './words.ts';

/**
 * A form as JSON, for websites that draw their own: the questions that are asked of this person, and the words for the
 * checkbox when permission is asked.
 */
export function formDescription({ name, form, fields, questions }: FormForVisitor, language: Language) {
  const email = { name: 'email', label: formWords[language].email, type: 'email', required: true };
  const others = questions.fields.flatMap((field) => {
    const found = fields[field];
    if (found === undefined) return [];
    const { label, type, maxLength } = found;
    return { name: field, label: label[language], type, required: form.require.includes(field), maxLength };
  });
  return {
    form: name,
    fields: questions.email ? [email, ...others] : others,
    ...(questions.permission &&
      form.permission && {
        permission: form.permission[language],
        ...(requiresPermission(form) && { permissionRequired: true }),
      }),
  };
}
