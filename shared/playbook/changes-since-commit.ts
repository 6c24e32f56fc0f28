import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Changeable, changeFindings } from './checks/change-checks.ts';
import { byPlace, type Mistake } from './mistake.ts';
import { playbookSchema } from './playbook.ts';
import { parseYaml } from './yaml/yaml-source.ts';

const PARTS = ['forms', 'sequences'] as const;

/** Warnings about what changed since the last commit; none where git or the commit has no valid playbook. */
export function changesSinceCommit(folder: string, content: Changeable): Mistake[] {
  const before = committed(folder);
  if (before === undefined) return [];
  const found = changeFindings(before, content);
  return PARTS.flatMap((part) => {
    const file = join(folder, `${part}.yaml`);
    const source = parseYaml(file, readFileSync(file, 'utf8'));
    return byPlace(found[part].map(source.mistakeOf));
  });
}

function committed(folder: string): Changeable | undefined {
  try {
    const values = PARTS.map((part) => {
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
