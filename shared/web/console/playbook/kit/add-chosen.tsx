import { toPointer } from '../../../../playbook/edit/setting-path.ts';
import type { Path } from '../../../../playbook/mistake.ts';
import { AddButton } from './entries.tsx';
import type { Option } from './inputs.tsx';

interface Props {
  /** The list or group that gets an entry. */
  at: Path;
  what: string;
  label: string;
  button: string;
  /** What is not in it yet. */
  options: readonly Option[];
}

/** Adds something that the playbook has to a list or group; nothing when all of it is there. */
export function AddChosen({ at, what, label, button, options }: Props) {
  const name = `new:${toPointer(at)}`;
  if (options.length === 0) return null;
  return (
    <div class="add-named">
      <div class="field">
        <label for={name}>{label}</label>
        <select id={name} name={name}>
          {options.map((option) => (
            <option value={option.value}>{option.label}</option>
          ))}
        </select>
      </div>
      <AddButton at={at} what={what}>
        {button}
      </AddButton>
    </div>
  );
}
