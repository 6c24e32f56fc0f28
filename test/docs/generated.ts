import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lifecycleReadme } from '../domain/handover/diagram.ts';
import { storeReadme } from '../store/readme.ts';
import { jobsTable } from './jobs.ts';
import { mapTable } from './map.ts';
import { sesReportsTable } from './ses-reports.ts';

/** A file that is generated from the code, or the part of it between `<!-- part -->` and `<!-- /part -->`. */
interface Generated {
  path: string;
  text: () => string | Promise<string>;
}

const root = join(import.meta.dirname, '../..');

/** Everything that `npm run docs` writes; a test compares it with the code. */
export const generated: Generated[] = [
  { path: 'shared/domain/handover/README.md', text: lifecycleReadme },
  { path: 'shared/store/README.md', text: storeReadme },
  {
    path: 'shared/domain/jobs/README.md',
    text: () => withPart('shared/domain/jobs/README.md', 'kinds', jobsTable()),
  },
  {
    path: 'functions/feedback/README.md',
    text: () => withPart('functions/feedback/README.md', 'reports', sesReportsTable()),
  },
  { path: 'shared/README.md', text: () => withPart('shared/README.md', 'map', mapTable()) },
];

/** The text of a file, from the top of the repository. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function withPart(path: string, part: string, content: string): string {
  const text = textOf(path);
  const [start, end] = [text.indexOf('-->', text.indexOf(`<!-- ${part}`)) + 3, text.indexOf(`<!-- /${part}`)];
  return `${text.slice(0, start)}\n\n${content}\n\n${text.slice(end)}`;
}
