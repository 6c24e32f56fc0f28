import { execFileSync } from 'node:child_process';
import * as z from 'zod';
import type { Mistake } from '../domain/playbook/mistake.ts';
import type { Changeable } from './checks/change-checks.ts';
import { CHANGEABLE, changeWarnings } from './checks/change-warnings.ts';
import type { PlaybookFiles } from './files/playbook-files.ts';
import { playbookSchema } from './playbook.ts';
import { parseYaml } from './yaml/yaml-source.ts';

/** Warnings about what changed in a folder since the last commit; none where git or the commit has no valid playbook. */
export function changesSinceCommit(folder: string, files: PlaybookFiles, content: Changeable): Mistake[] {
  const before = committed(folder);
  return before === undefined ? [] : changeWarnings(files, before, content);
}

function committed(folder: string): Changeable | undefined {
  try {
    const values = CHANGEABLE.map((part) => {
      const text = execFileSync('git', ['show', `HEAD:./${part}.yaml`], {
        ...({ cwd: folder, encoding: 'utf8' } as const),
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return [part, parseYaml(part, text).value];
    });
    const schema = z.object({ forms: playbookSchema.shape.forms, sequences: playbookSchema.shape.sequences });
    return schema.parse(Object.fromEntries(values));
  } catch {
    return undefined;
  }
}
