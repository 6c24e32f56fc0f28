import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { capabilities, functions } from '../../infra/functions.ts';

const floors = ['domain', 'usecases', 'store', 'gateways', 'web'] as const;
const root = join(import.meta.dirname, '../..');

/** The table of `shared/README.md`: a row for each capability, a link for each folder that it has. */
export function mapTable(): string {
  const rows = capabilities.map((name) => [`[${name}](#${name})`, ...cells(name)]);
  const head = ['capability', ...floors, 'functions', 'tests'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Folders on the floors that are named after no capability. */
export function strangers(): string[] {
  const known = [...capabilities, 'layout'];
  return floors.flatMap((floor) =>
    foldersOf(join(root, 'shared', floor))
      .filter((name) => !known.includes(name))
      .map((name) => `shared/${floor}/${name}`),
  );
}

function cells(capability: string): string[] {
  const onFloors = floors.map((floor) => link(floor, `shared/${floor}/${capability}`));
  // The rules of the playbook are its schema and checks, beside the marketers' own files.
  if (capability === 'playbook') onFloors[0] = link('playbook', 'shared/playbook');
  const names = Object.entries(functions).filter(([, { capability: its }]) => its === capability);
  const itsFunctions = names.map(([name]) => link(name, `functions/${name}`)).join(', ');
  const tests = [...floors, 'journeys', 'faults'].map((floor) => link(floor, `test/${floor}/${capability}`));
  const itsTests = [...tests, ...names.map(([name]) => link(name, `test/functions/${name}`))];
  return [...onFloors, itsFunctions, itsTests.filter((cell) => cell !== '').join(', ')];
}

function link(words: string, path: string): string {
  if (!existsSync(join(root, path))) return '';
  const target = path.startsWith('shared/') ? path.slice('shared/'.length) : `../${path}`;
  return `[${words}](${target}/)`;
}

/** The folders that hold something: git leaves an empty one behind where files were moved. */
function foldersOf(folder: string): string[] {
  const paths = globSync('*/**/*.*', { cwd: folder });
  return [...new Set(paths.map((path) => path.split('/')[0] ?? ''))];
}
