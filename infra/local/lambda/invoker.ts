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
   * and the function's MaximumRetryAttempts follow with the same request id, then the function's on-failure
   * destination. As on AWS, the dead-letter queue of the rule's target is not involved.
   */
  invokeLater(logicalId: string, event: unknown): void;
}
