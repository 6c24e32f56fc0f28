/** What a worker thread is started with. */
export interface WorkerData {
  taskRoot: string;
  /** `file.export`, as the template gives it. */
  handler: string;
  /** The offset of the twin's clock in milliseconds, shared by all threads. */
  clockOffset: SharedArrayBuffer;
  functionName: string;
  functionArn: string;
  memorySize: number;
}

/** One invocation, as it is sent to the thread. */
export interface InvocationMessage {
  requestId: string;
  event: string;
  timeout: number;
}

/** What the thread answers. `payload` is JSON, as Lambda would hand it on. */
export type WorkerAnswer =
  | { requestId: string; payload: string }
  | { requestId: string | undefined; error: { type: string; message: string } };
