import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JobKind, jobKinds } from '../../shared/domain/jobs/job-kinds.ts';

const root = join(import.meta.dirname, '../..');
const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

/** The functions that do each kind of job, by the handlers that their code makes. */
export function doers(): Map<string, string[]> {
  const made = /\b(?:ownJobs|jobsIn|mailHandler)\((?:\w+, )?'([\w-]+)'/g;
  const found = globSync('functions/*/handler{,s}.ts', { cwd: root }).flatMap((path) => {
    const name = path.split('/')[1] as string;
    return [...readFileSync(join(root, path), 'utf8').matchAll(made)].map(([, kind = '']) => ({
      kind,
      name,
    }));
  });
  const byKind = Map.groupBy(found, ({ kind }) => kind);
  return new Map([...byKind].map(([kind, all]) => [kind, all.map(({ name }) => name)]));
}

/** The table of `shared/domain/jobs/README.md`: a row for each kind of job. */
export function jobsTable(): string {
  const doing = doers();
  const rows = Object.entries<JobKind>(jobKinds).map(([name, { does, pauses, patience, dead }]) => {
    const by = (doing.get(name) ?? []).map((each) => `[${each}](../../../functions/${each}/)`).join(', ');
    return [name, does, by, pausesInWords(pauses), inWords(patience), dead];
  });
  const head = [
    'kind',
    'what it does',
    'done by',
    'pauses',
    'patience',
    'what it means when it was given up',
  ];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Equal pauses become one, and the last repeats. */
function pausesInWords(pauses: readonly number[]): string {
  const last = pauses.at(-1);
  const groups = [...Map.groupBy(pauses, (pause) => pause)].filter(([pause]) => pause !== last);
  const first = groups.map(([pause, { length }]) => `${length > 1 ? `${length} × ` : ''}${inWords(pause)}`);
  return [...first, `${first.length > 0 ? 'then ' : ''}every ${inWords(last ?? 0)}`].join(', ');
}

function inWords(milliseconds: number): string {
  const [unit, size] = units.find(
    ([unit, each]) => milliseconds % each === 0 && (unit !== 'd' || milliseconds > each),
  ) ?? ['ms', 1];
  return `${milliseconds / size} ${unit}`;
}
