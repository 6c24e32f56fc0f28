import { type EstimatedCount, estimateCount } from '../../finite-population.ts';
import type { LeadId } from '../../identity/ids.ts';
import type { Instant } from '../../time.ts';
import type { LeadChange } from './lead-changes.ts';

/** How many leads have a change. */
export type ChangeCount = LeadChange & EstimatedCount;

/** A lead with all that would change for it. */
export interface ChangedLead {
  lead: LeadId;
  changes: LeadChange[];
}

export interface TriedOut {
  /** How many leads there are, and how many were looked at: all, or a random sample. */
  leads: number;
  sampled: number;
  /** How many of these did too much to be read: they were judged by the points they have. */
  unread: number;
  /** Those for whom anything changes. */
  changed: EstimatedCount;
  /** By kind, most leads first. */
  changes: ChangeCount[];
  examples: ChangedLead[];
}

/** What a draft would do to the leads there are. */
export interface TryOut extends TriedOut {
  /** Mails were looked at until this moment. */
  until: Instant;
  /** Read units that it took, and milliseconds. */
  units: number;
  ms: number;
}

const EXAMPLES = 10;
/** More than anybody reads; an answer stays small. */
const MOST_CHANGES = 200;
const KINDS: readonly LeadChange['kind'][] = [
  ...(['handed-over', 'crosses', 'falls-back', 'fit', 'band', 'mail-more', 'mail-less'] as const),
];

/** Counts what changes for leads, one after another. */
export class Tally {
  #sampled = 0;
  #unread = 0;
  readonly #found = new Map<string, { change: LeadChange; hits: number }>();
  readonly #changed: ChangedLead[] = [];
  #hits = 0;

  /** How many were counted. */
  get sampled(): number {
    return this.#sampled;
  }

  add(lead: LeadId, changes: LeadChange[], isUnread: boolean): void {
    this.#sampled += 1;
    if (isUnread) this.#unread += 1;
    if (changes.length === 0) return;
    this.#hits += 1;
    const isNews = changes.some((change) => (this.#found.get(JSON.stringify(change))?.hits ?? 0) < EXAMPLES);
    if (isNews) this.#changed.push({ lead, changes });
    for (const change of changes) {
      const key = JSON.stringify(change);
      const known = this.#found.get(key);
      this.#found.set(key, { change, hits: (known?.hits ?? 0) + 1 });
    }
  }

  /** What that says of all leads. */
  result(leads: number): TriedOut {
    const counts = [...this.#found.values()].map(({ change, hits }) => ({
      ...change,
      ...estimateCount(hits, this.#sampled, leads),
    }));
    return {
      ...{ leads, sampled: this.#sampled, unread: this.#unread },
      changed: estimateCount(this.#hits, this.#sampled, leads),
      changes: counts.sort(inOrder).slice(0, MOST_CHANGES),
      examples: this.#examples(),
    };
  }

  /** One of each kind in turn, so that no kind hides another. */
  #examples(): ChangedLead[] {
    const left = new Set(this.#changed);
    const examples: ChangedLead[] = [];
    const ofKind = (kind: string) =>
      [...left].find(({ changes }) => changes.some((change) => change.kind === kind));
    while (left.size > 0 && examples.length < EXAMPLES) {
      for (const kind of KINDS) {
        const one = ofKind(kind);
        if (one === undefined || examples.length === EXAMPLES) continue;
        examples.push(one);
        left.delete(one);
      }
    }
    return examples;
  }
}

function inOrder(a: ChangeCount, b: ChangeCount): number {
  return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || b.count - a.count;
}
