/** The data that a worker thread starts with. */
export interface WorkerData {
  taskRoot: string;
  /** `file.export`, as the template gives it. */
  handler: string;
  /** Offset of the twin's clock in milliseconds, shared by all threads. */
  clockOffset: SharedArrayBuffer;
  functionName: string;
  functionArn: string;
  memorySize: number;
}

/** An invocation, as sent to the thread. */
export interface InvocationMessage {
  requestId: string;
  event: string;
  timeout: number;
}

/** The thread's result. `payload` is JSON, as in Lambda. */
export type WorkerResult =
  | { requestId: string; payload: string }
  | { requestId: string | undefined; error: { type: string; message: string } };
