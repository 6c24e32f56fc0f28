import type { Form } from '../../domain/forms/form.ts';
import type { Finding } from '../mistake.ts';
import { type KnownNames, unknownName } from './unknown-name.ts';

/** Questions of a form that cannot be asked as written. */
export function formFindings(name: string, form: Form, names: KnownNames): Finding[] {
  const listed = (list: 'ask' | 'later' | 'require') =>
    form[list].map((field, index) => ({ field, path: [name, list, index] }));
  const asked = [...listed('ask'), ...listed('later')];
  const required = listed('require');
  const repeated = asked.filter((one, index) => asked.findIndex(({ field }) => field === one.field) < index);
  const notAsked = required.filter(
    ({ field }) => names.fields?.includes(field) !== false && !form.ask.includes(field),
  );
  return [
    ...[...asked, ...required].flatMap(({ field, path }) => unknownName('fields', field, names, path)),
    ...repeated.map(({ field, path }) => ({
      path,
      problem: `"${field}" is asked twice`,
      remedy: 'keep it in one place',
    })),
    ...notAsked.map(({ field, path }) => ({
      path,
      problem: `"${field}" is required but not always asked`,
      remedy: 'put it under ask too, and not under later',
    })),
  ];
}
