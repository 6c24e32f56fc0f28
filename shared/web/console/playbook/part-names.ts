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
] as const;
export type PartWithForm = (typeof WITH_FORM)[number];

/** Whether a part of the playbook can be changed in a form; all can be in their text. */
export function hasForm(part: string): part is PartWithForm {
  return WITH_FORM.some((known) => known === part);
}
