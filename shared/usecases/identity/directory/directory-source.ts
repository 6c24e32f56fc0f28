import {
  applyChanges,
  type Directory,
  emptyDirectory,
} from '../../../domain/identity/directory/directory.ts';
import { DAY_MS, type Instant, plus } from '../../../domain/time.ts';
import { changesSince, LATE_MS } from '../../../store/identity/directory/log.ts';
import { currentSegments, readSegments } from '../../../store/identity/directory/segments.ts';
import type { Table } from '../../../store/table.ts';

/** Returns the directory of all leads as it is now. Nobody but the source may change it. */
export type DirectorySource = () => Promise<Directory>;

/** Nothing was folded yet, as right after a deployment over many leads. */
export class DirectoryNotMade extends Error {
  constructor() {
    super('The directory of leads is not made yet: the job `directory` makes it within minutes');
    this.name = 'DirectoryNotMade';
  }
}

/** Megabytes of changes that somebody can wait for: some 200,000. */
const MOST_PAGES = 20;
/** A fold may write over the segments between the read of the head and theirs: then the next head is read. */
const ATTEMPTS = 3;
/** Before everything that was ever logged. */
const BEGINNING = '1970-01-01T00:00:00.000Z';
/** What was held for so long is read anew: what functions of an older version did not log is only in the segments. */
const HELD_MS = DAY_MS;
/** The same of what was read lead by lead: by then the job has made the directory, and once more. */
const FEW_HELD_MS = 15 * 60_000;

interface Loaded {
  directory: Directory;
  until: Instant;
  /** How long it may be held. */
  forMs: number;
}

/**
 * Holds the directory in the memory of the process. The first time of a day reads all of it; from then on it reads what
 * changed since, half a read unit when there is little. Create one per process. The source throws while
 * there are many leads and the directory is not made.
 */
export function directorySource({ table, now }: { table: Table; now: () => Instant }): DirectorySource {
  let held: { directory: Directory; until: Instant; end: Instant } | undefined;
  let reading: Promise<Directory> | undefined;

  async function read(): Promise<Directory> {
    const at = now();
    if (held === undefined || at >= held.end) {
      const { forMs, ...loaded } = await load(table);
      held = { ...loaded, end: plus(at, forMs) };
    }
    const { directory, until } = held;
    applyChanges(directory, await changesSince(table, until, { pages: MOST_PAGES, isConsistent: false }));
    held = { ...held, until: plus(at, -LATE_MS) };
    return directory;
  }

  return () => {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };
}

async function load(table: Table): Promise<Loaded> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    // A head that was read while a fold ended may be older than the segments: the next attempt is strict.
    const options = { isConsistent: attempt > 1 };
    const current = await currentSegments(table, options);
    if (current === undefined) break;
    const segments = await readSegments(table, current, options);
    if (segments === undefined) continue;
    const directory = emptyDirectory();
    for (const rows of segments) applyChanges(directory, rows);
    return { directory, until: current.until, forMs: HELD_MS };
  }
  const { directoryOfFew } = await import('./directory-of-few.ts');
  const few = await directoryOfFew(table);
  if (few) return { directory: few, until: BEGINNING, forMs: FEW_HELD_MS };
  throw new DirectoryNotMade();
}
