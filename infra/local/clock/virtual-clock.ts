import type { Clock, Part } from '../part.ts';
import type { Journal } from '../storage/journal.ts';

const OFFSET = 'clock-offset';
const units = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** The twin's time. Its offset is shared with the workers and stored in the journal. */
export class VirtualClock implements Clock {
  readonly shared = new SharedArrayBuffer(8);
  readonly #offset = new BigInt64Array(this.shared);
  readonly #journal: Journal;
  #isMoving = false;

  /** @param start where time begins in a new journal; this machine's time unless given. */
  constructor(journal: Journal, start?: Date) {
    this.#journal = journal;
    const stored = journal.setting(OFFSET);
    Atomics.store(this.#offset, 0, BigInt(stored ?? 0));
    if (stored === undefined && start) this.#shift(start.getTime() - Date.now());
  }

  now(): number {
    return Date.now() + Number(Atomics.load(this.#offset, 0));
  }

  get isMoving(): boolean {
    return this.#isMoving;
  }

  /**
   * Moves time forward, stopping whenever a part has something due. Each stop is run and settled before time
   * goes on, so waits that follow from one another run in order.
   * @returns the new time, in milliseconds.
   */
  async advance(milliseconds: number, parts: readonly Part[], settle: () => Promise<void>): Promise<number> {
    const target = this.now() + milliseconds;
    await settle();
    this.#isMoving = true;
    try {
      for (let due = nextDue(parts); due !== undefined && due <= target; due = nextDue(parts)) {
        this.#moveTo(due);
        await runDue(parts);
        await settle();
      }
      this.#moveTo(target);
      await runDue(parts);
    } finally {
      this.#isMoving = false;
    }
    await settle();
    return this.now();
  }

  #moveTo(time: number): void {
    const step = time - this.now();
    if (step > 0) this.#shift(Math.ceil(step));
  }

  #shift(milliseconds: number): void {
    Atomics.add(this.#offset, 0, BigInt(milliseconds));
    this.#journal.setSetting(OFFSET, String(Atomics.load(this.#offset, 0)));
  }
}

/** The milliseconds of a span such as `7d`, `12h`, `20m` or `30s`; undefined for anything else. */
export function parseSpan(text: unknown): number | undefined {
  const match = /^(\d{1,9})\s*([smhd])$/.exec(typeof text === 'string' ? text.trim() : '');
  return match ? Number(match[1]) * units[match[2] as keyof typeof units] : undefined;
}

function nextDue(parts: readonly Part[]): number | undefined {
  const due = parts.map((part) => part.nextDue?.()).filter((time) => time !== undefined);
  return due.length > 0 ? Math.min(...due) : undefined;
}

async function runDue(parts: readonly Part[]): Promise<void> {
  for (const part of parts) await part.runDue?.();
}
