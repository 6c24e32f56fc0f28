/** The twin's virtual time: real time plus an offset that only grows. */
export interface Clock {
  /** Milliseconds since 1970, as the functions see them. */
  now(): number;
  /** Whether somebody is moving it forward. */
  readonly isMoving?: boolean;
}

/** An error of an AWS service; the gateway turns it into that service's wire format. */
export class ServiceError extends Error {
  readonly code: string;
  readonly status: number;
  /** Members of the error body besides the message, such as the `Item` of a failed condition. */
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
 * An AWS API as the functions call it: input and output are the JSON of the API.
 * SES uses the query protocol: its input is the parsed parameters, its output the XML of the response.
 */
export interface Service {
  readonly name: ServiceName;
  // biome-ignore lint/suspicious/noExplicitAny: each operation has its own shape, which the service itself checks
  call(operation: string, input: any, caller?: Caller): Promise<any>;
}

/** The worker that made a call; its access key is `<function>.<number>`. */
export interface Caller {
  /** Short name of the function, such as `track`. */
  function: string;
  worker: string;
}

/** The result of an invocation. */
export type InvocationResult =
  | { ok: true; payload: unknown }
  | { ok: false; error: { type: string; message: string } };

/** Runs a function of the template. */
export interface Invoker {
  /** Never rejects: a crash, timeout or thrown error resolves to `{ ok: false }`. */
  invoke(logicalId: string, event: unknown, options?: { requestId?: string }): Promise<InvocationResult>;
  /**
   * Asynchronous invocation, as by EventBridge and Scheduler. Returns once the journal has it; then one attempt
   * and the function's MaximumRetryAttempts follow with the same request id, then the on-failure destination or
   * dead-letter queue of the function. As on AWS, the dead-letter queue of the rule's target is not involved.
   */
  invokeLater(logicalId: string, event: unknown): void;
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

/** The ports of the twin. */
export interface Ports {
  api: number;
  website: number;
  inbox: number;
  aws: number;
}
