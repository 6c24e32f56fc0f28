import { playbookWords } from '../words.ts';
import { titleOf } from './known-options.ts';
import type { PartForm } from './part-form.ts';

interface Props {
  form: PartForm;
  kind: 'forms' | 'sequences';
  names: readonly string[];
  open: string | undefined;
  label: string;
}

/** Chooses which entry of a part is shown; what was typed in another one goes with it. */
export function EntryTabs({ form, kind, names, open, label }: Props) {
  const words = playbookWords[form.language].entries;
  const wrong = (name: string) =>
    form.mistakes.filter(({ field }) => field === name || field.startsWith(`${name}.`)).length;
  return (
    <fieldset class="bare tabs">
      <legend class="away">{label}</legend>
      {open !== undefined && <input type="hidden" name="entry" value={open} />}
      {names.map((name) => (
        <button
          type="submit"
          class="second"
          name="do"
          value={`open ${name}`}
          aria-pressed={name === open ? 'true' : 'false'}
        >
          {titleOf(form, kind, name)}
          {wrong(name) > 0 && <span class="tag bad">{words.mistakes(wrong(name))}</span>}
        </button>
      ))}
    </fieldset>
  );
}
