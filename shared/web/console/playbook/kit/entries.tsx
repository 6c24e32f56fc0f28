import type { Child } from 'hono/jsx';
import { toPointer } from '../../../../playbook/edit/setting-path.ts';
import { type Path, toField } from '../../../../playbook/mistake.ts';
import { playbookWords } from '../words.ts';
import { Problems } from './field-frame.tsx';
import { notShown, type PartForm } from './part-form.ts';

interface EntryProps {
  form: PartForm;
  at: Path;
}

interface ButtonsProps extends EntryProps {
  /** What the entry is called, for who cannot see what stands around the buttons. */
  called: string;
  /** Where it stands among others whose order counts. */
  place?: { index: number; of: number };
}

/** Moves an entry up or down, or takes it away. */
export function EntryButtons({ form, at, called, place }: ButtonsProps) {
  const words = playbookWords[form.language].entries;
  const pointer = toPointer(at);
  const button = (does: 'up' | 'down' | 'remove', sign: string, isPossible = true) => (
    <button
      type="submit"
      class="second small"
      name="do"
      value={`${does} ${pointer}`}
      aria-label={words[does](called)}
      title={words[does](called)}
      disabled={!isPossible}
    >
      {sign}
    </button>
  );
  return (
    <span class="entry-buttons">
      {place && button('up', '↑', place.index > 0)}
      {place && button('down', '↓', place.index < place.of - 1)}
      {button('remove', '×')}
    </span>
  );
}

/** Adds an entry of a kind at the end of a list. */
export function AddButton({ at, what = '', children }: { at: Path; what?: string; children: Child }) {
  return (
    <button type="submit" class="second" name="do" value={`add ${toPointer(at)} ${what}`.trimEnd()}>
      + {children}
    </button>
  );
}

interface AddNamedProps extends EntryProps {
  what?: string;
  label: string;
  hint: string;
  button: string;
}

/** Adds an entry of a group under a name that somebody types. */
export function AddNamed({ at, what = '', label, hint, button }: AddNamedProps) {
  const name = `new:${toPointer(at)}`;
  return (
    <div class="add-named">
      <div class="field">
        <label for={name}>{label}</label>
        <p class="soft" id={`${name}-hint`}>
          {hint}
        </p>
        <input
          id={name}
          name={name}
          type="text"
          autocomplete="off"
          maxlength={60}
          aria-describedby={`${name}-hint`}
        />
      </div>
      <AddButton at={at} what={what}>
        {button}
      </AddButton>
    </div>
  );
}

/** What is wrong with an entry as a whole. */
export function EntryProblems({ form, at }: EntryProps) {
  const field = toField(at);
  form.shown.add(field);
  return <Problems id={field} mistakes={form.mistakes.filter((one) => one.field === field)} />;
}

/** Says that the text sets more of an entry than the form shows; stands behind its fields. */
export function MoreInText({ form, at }: EntryProps) {
  const more = notShown(form, at);
  if (more.length === 0) return null;
  const start = toField(at).length + 1;
  const names = [...new Set(more.map((setting) => setting.slice(at.length === 0 ? 0 : start)))];
  for (const setting of more) form.shown.add(setting);
  return <p class="soft more-in-text">{playbookWords[form.language].moreInText(names.join(', '))}</p>;
}
