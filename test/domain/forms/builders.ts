import type { Field, Form } from '../../../shared/domain/forms/form.ts';

const both = (text: string) => ({ nl: `${text} (nl)`, en: text });
const field = (label: string, type: Field['type'], maxLength = 200): Field => ({
  label: both(label),
  type,
  maxLength,
});

/** The fields of the forms in tests. */
export const fields: Record<string, Field> = {
  name: field('Name', 'text'),
  firstName: field('First name', 'text'),
  lastName: field('Last name', 'text'),
  company: field('Company', 'text'),
  phone: field('Phone', 'tel', 40),
  employees: field('Employees', 'number', 20),
  message: field('Message', 'textarea', 5_000),
};

/** A form with the questions that matter for the test. */
export function form(more: Partial<Form> = {}): Form {
  return {
    title: both('Title'),
    intro: both('Intro'),
    button: both('Send'),
    ask: [],
    require: [],
    later: [],
    laterAtOnce: 1,
    handRaise: false,
    thanks: { title: both('Thanks'), text: both('Soon more') },
    ...more,
  };
}
