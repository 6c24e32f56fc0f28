import type { Form } from '../../domain/forms/form.ts';
import type { Finding } from '../mistake.ts';
import { suggestion } from '../suggestion.ts';

/** The questions of a form that cannot be asked as it says. */
export function formFindings(name: string, form: Form, fields: readonly string[]): Finding[] {
  const asked = [
    ...form.ask.map((field, index) => ({ field, path: [name, 'ask', index] })),
    ...form.later.map((field, index) => ({ field, path: [name, 'later', index] })),
  ];
  const required = form.require.map((field, index) => ({ field, path: [name, 'require', index] }));
  const unknown = [...asked, ...required].filter(({ field }) => !fields.includes(field));
  const repeated = asked.filter((one, index) => asked.findIndex(({ field }) => field === one.field) < index);
  const notAsked = required.filter(({ field }) => fields.includes(field) && !form.ask.includes(field));
  return [
    ...unknown.map(({ field, path }) => ({
      path,
      problem: `there is no field "${field}" in fields.yaml`,
      remedy: suggestion(field, fields),
    })),
    ...repeated.map(({ field, path }) => ({
      path,
      problem: `"${field}" is asked twice`,
      remedy: 'keep it in one place',
    })),
    ...notAsked.map(({ field, path }) => ({
      path,
      problem: `"${field}" is required and not always asked`,
      remedy: 'put it under ask too, and not under later',
    })),
  ];
}
