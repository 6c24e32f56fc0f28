import { described, FieldFrame } from './field-frame.tsx';
import type { InputProps } from './inputs.tsx';
import { fieldOf } from './part-form.ts';

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

/** A day and a time, such as `2027-02-09 15:00`. */
export function MomentInput({ form, at, label, hint, isCompact }: InputProps) {
  const { id, name, texts, mistakes } = fieldOf(form, 'moment', at);
  const [text = ''] = texts;
  // A browser empties such a field when it holds something else.
  const type = text === '' || MOMENT.test(text) ? 'datetime-local' : 'text';
  return (
    <FieldFrame {...{ id, label, hint, mistakes, isCompact }}>
      <input {...{ id, name, type, ...described(id, mistakes, hint) }} autocomplete="off" value={text} />
    </FieldFrame>
  );
}
