import { playbookWords } from '../words.ts';
import { described, FieldFrame } from './field-frame.tsx';
import type { InputProps } from './inputs.tsx';
import { fieldOf } from './part-form.ts';

/** How long, such as `7d`: a number, and days, hours or minutes. */
export function DelayInput({ form, at, label, hint, isCompact }: InputProps) {
  const words = playbookWords[form.language].delay;
  const { id, name, texts, mistakes } = fieldOf(form, 'delay', at);
  const [number = '', unit = 'd'] = texts;
  const units = [...(unit === '' ? ([''] as const) : []), ...(['d', 'h', 'm'] as const)];
  return (
    <FieldFrame {...{ id, label, hint, mistakes, isCompact }}>
      <span class="delay">
        <input
          {...{ id, name, ...described(id, mistakes, hint) }}
          class="short"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          value={number}
        />
        <select name={name} aria-label={words.unit}>
          {units.map((one) => (
            <option value={one} selected={one === unit}>
              {one === '' ? '' : words[one]}
            </option>
          ))}
        </select>
      </span>
    </FieldFrame>
  );
}
