import { described, FieldFrame } from './field-frame.tsx';
import type { InputProps } from './inputs.tsx';
import { fieldOf } from './part-form.ts';

/** One value or more, each a text, a number, true or false: one a line. */
export function ValuesInput({ form, at, label, hint, isCompact }: InputProps) {
  const { id, name, texts, mistakes } = fieldOf(form, 'values', at);
  const [text = ''] = texts;
  return (
    <FieldFrame {...{ id, label, hint, mistakes, isCompact }}>
      <textarea
        {...{ id, name, ...described(id, mistakes, hint) }}
        rows={Math.max(2, text.split('\n').length)}
        autocomplete="off"
      >{`\n${text}`}</textarea>
    </FieldFrame>
  );
}
