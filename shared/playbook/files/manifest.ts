import { createHash } from 'node:crypto';
import type { PlaybookFiles } from './playbook-files.ts';

/** The digests of a playbook's files by their path. */
export type Manifest = Readonly<Record<string, string>>;

/** The SHA-256 of a text in base64url: 43 characters, equal for equal texts. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text.toWellFormed()).digest('base64url');
}

export function manifestOf(files: PlaybookFiles): Manifest {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, digestOf(text)]));
}

/** One digest for all files together, whatever their order. */
export function digestOfAll(manifest: Manifest): string {
  const sorted = Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1));
  return digestOf(JSON.stringify(sorted));
}
