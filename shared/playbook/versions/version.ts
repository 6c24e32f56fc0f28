import type { Actor } from '../../domain/console/log.ts';
import type { Viewer } from '../../domain/console/viewer.ts';
import type { Instant } from '../../domain/time.ts';
import type { Manifest } from '../files/manifest.ts';
import type { PlaybookChange } from './change.ts';

/** Who wrote or published something: a person of the console, an API key, or a deployment. */
export type Author =
  /** `id` is a digest of the address; `name` as it was at that time. */
  { by: 'person'; id: string; name: string } | { by: 'key'; name: string } | { by: 'deployment' };

/** Whoever may change the playbook: somebody in the console, or an API key by its name. */
export type Editor = Viewer | (Actor & { isKey: true });

/** What is told of a version without its content. */
export interface VersionEntry {
  version: number;
  author: Author;
  /** What the author wrote about it; may be empty. */
  note: string;
  publishedAt: Instant;
  /** Its files; undefined of a version from before files were stored. */
  manifest?: Manifest;
  /** What is different from the version that was current before. */
  changes: readonly PlaybookChange[];
  /** How many more changes there are than are stored. */
  more?: number;
}
