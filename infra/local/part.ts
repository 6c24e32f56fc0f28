/** Virtual time of the whole twin: real time plus an offset that only grows. */
export interface Clock {
  /** Milliseconds since 1970, as the functions see them. */
  now(): number;
  /** Whether somebody moves it forward at this moment. */
  readonly isMoving?: boolean;
}

/** A failure in the words of the AWS service; the gateway turns it into that service's wire format. */
export class ServiceError extends Error {
  readonly code: string;
  readonly status: number;
  /** Members of the error's body besides its message, e.g. the `Item` of a failed condition. */
  readonly details: Record<string, unknown>;

  constructor(code: string, message: string, status = 400, details: Record<string, unknown> = {}) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

/** The AWS services the functions may call. */
export type ServiceName = 'dynamodb' | 'sqs' | 'events' | 'secretsmanager' | 'ses';

/**
 * One AWS API as the functions call it: input and output are the JSON of the API.
 * SES speaks the query protocol: its input are the parsed parameters, its output the XML of the answer.
 */
export interface Service {
  readonly name: ServiceName;
  // biome-ignore lint/suspicious/noExplicitAny: each operation has its own shape, which the service itself checks
  call(operation: string, input: any, caller?: Caller): Promise<any>;
}

/** The worker that made a call: its credentials are `<function>.<number>`. Absent: a test or a person. */
export interface Caller {
  /** Short name of the function, e.g. `track`. */
  function: string;
  worker: string;
}

/** What became of one invocation. */
export type InvocationResult =
  | { ok: true; payload: unknown }
  | { ok: false; error: { type: string; message: string } };

/** Runs a function of the template. */
export interface Invoker {
  /** Resolves with the result; never rejects: a crash, timeout or thrown error is `{ ok: false }`. */
  invoke(logicalId: string, event: unknown, options?: { requestId?: string }): Promise<InvocationResult>;
  /**
   * Asynchronous invocation as EventBridge and Scheduler ask for it: kept in the journal, then one try and
   * the function's MaximumRetryAttempts (2 unless given) with the same request id, then the on-failure
   * destination or dead-letter queue of the function. As in AWS, the dead-letter queue of a rule's target
   * plays no part once Lambda has taken the event. Returns once the journal has it.
   */
  invokeLater(logicalId: string, event: unknown): void;
}

/** A running piece of the twin. */
export interface Part {
  /** What waits to be done right now (records, messages, retries, invocations in flight). 0 = idle. */
  pending(): number;
  /** Virtual time (ms) of the next thing that this part will do by itself, if any. */
  nextDue?(): number | undefined;
  /** Does everything due at or before clock.now(); called by the clock while it moves. */
  runDue?(): Promise<void>;
  stop(): Promise<void>;
}

/** The ports of the twin: the API's, and the next three. */
export interface Ports {
  api: number;
  website: number;
  inbox: number;
  aws: number;
}
