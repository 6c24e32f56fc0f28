import type { Mistake } from '../../domain/playbook/mistake.ts';
import type { PlaybookFiles } from '../files/playbook-files.ts';
import { byPlace } from '../mistake.ts';
import { parseYaml } from '../yaml/yaml-source.ts';
import { type Changeable, changeFindings } from './change-checks.ts';

/** The files in which a change can do what nobody meant. */
export const CHANGEABLE = ['forms', 'sequences'] as const;

/** Warns of what changes since an earlier playbook would do, at their place in the files. */
export function changeWarnings(files: PlaybookFiles, before: Changeable, after: Changeable): Mistake[] {
  const found = changeFindings(before, after);
  return CHANGEABLE.flatMap((part) => {
    if (found[part].length === 0) return [];
    const file = `${part}.yaml`;
    return byPlace(found[part].map(parseYaml(file, files[file] ?? '').mistakeOf));
  });
}
