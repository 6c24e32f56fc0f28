import type { Path } from '../../../../playbook/mistake.ts';
import { groupAt, type PartForm } from '../kit/part-form.ts';

/** Whether the sequence of a setting is about a webinar or seminar. */
export function isAboutEvent(form: PartForm, at: Path): boolean {
  return groupAt(form, at.slice(0, 1)).event !== undefined;
}
