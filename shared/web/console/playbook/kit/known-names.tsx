import type { PartForm } from './part-form.ts';

/** The names that fields of the page may suggest while somebody types. */
export function KnownNameLists({ form }: { form: PartForm }) {
  return (
    <>
      {Object.entries(form.names).map(([kind, names]) => (
        <datalist id={`known-${kind}`}>
          {(names as readonly string[]).map((name) => (
            <option value={name} />
          ))}
        </datalist>
      ))}
    </>
  );
}
