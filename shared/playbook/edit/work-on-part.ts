import { editYaml, readYaml } from './edit-yaml.ts';
import { newEntry } from './new/new-entries.ts';
import { withPosted } from './posted-settings.ts';
import { rearranged, rearrangementIn } from './rearrange.ts';
import { toPointer } from './setting-path.ts';

/** A form that was sent in: what its fields say, and the button that was pressed. */
export interface SentForm {
  fields: Iterable<readonly [name: string, text: string]>;
  does: string;
}

export interface Worked {
  text: string;
  /** `unnamed`: a new entry needs a name that is not taken. */
  did: 'typed' | 'rearranged' | 'unnamed';
}

interface Known {
  today: string;
  forms: readonly string[];
  mails: readonly string[];
}

/**
 * The text of a part after its form was sent in: what was typed, then what the button does with an entry. All that nobody
 * touched stays as it is, and a text that cannot be read stays whole.
 */
export function workOnPart(part: string, text: string, { fields, does }: SentForm, known: Known): Worked {
  const read = readYaml(text);
  if (read === undefined) return { text, did: 'typed' };
  const sent = [...fields];
  const typed = withPosted(read.value, sent);
  const after = editYaml(text, typed);
  const change = rearrangementIn(does);
  if (change === undefined) return { text: after, did: 'typed' };
  const name = sent.find(([field]) => field === `new:${toPointer(change.path)}`)?.[1] ?? '';
  const fresh = 'what' in change ? newEntry(part, change, { ...known, name, value: typed }) : undefined;
  const result = rearranged(typed, change, fresh);
  const edited = editYaml(after, result);
  return { text: edited, did: 'what' in change && edited === after ? 'unnamed' : 'rearranged' };
}
