/** The twin's virtual time: real time plus an offset that only grows. */
export interface Clock {
  /** Milliseconds since 1970, as the functions see them. */
  now(): number;
  /** Whether it is being moved forward. */
  readonly isMoving?: boolean;
}

/** A part of the twin that has work to do. */
export interface Part {
  /** How much work is waiting or running: records, messages, retries, invocations. 0 means idle. */
  pending(): number;
  /** The time (ms) of the next thing that this part does by itself, if any. */
  nextDue?(): number | undefined;
  /** Does everything that is due by now. */
  runDue?(): Promise<void>;
  stop(): Promise<void>;
}
