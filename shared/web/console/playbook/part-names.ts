const WITH_FORM = [
  'scoring',
  'fit',
  'fields',
  'forms',
  'agreement',
  'sales',
  'mailing',
  'sequences',
  'newsletter',
  'company',
  'events',
] as const;
export type PartWithForm = (typeof WITH_FORM)[number];

/** Whether a playbook can do without a file. */
export function mayBeAbsent(part: string): boolean {
  return part === 'events' || !hasForm(part);
}

/** Whether a part of the playbook can be changed in a form; all can be in their text. */
export function hasForm(part: string): part is PartWithForm {
  return WITH_FORM.some((known) => known === part);
}
