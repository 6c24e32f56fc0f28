import type { Option } from './inputs.tsx';
import type { KnownNames, PartForm } from './part-form.ts';

/** The things of a kind that the playbook has, by their name, as people call them. */
export function knownOptions(form: PartForm, kind: keyof KnownNames): Option[] {
  return form.names[kind].map((value) => ({ value, label: calledBy(form, kind, value) }));
}

/** What people call a thing with this name; the name itself when it has no other. */
export function titleOf(form: PartForm, kind: keyof KnownNames, name: string): string {
  const titles = form.titles[kind] ?? {};
  return (Object.hasOwn(titles, name) && titles[name]) || name;
}

function calledBy(form: PartForm, kind: keyof KnownNames, name: string): string {
  const title = titleOf(form, kind, name);
  return title === name ? name : `${title} (${name})`;
}
