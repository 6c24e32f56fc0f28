import { randomUUID } from 'node:crypto';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { loadHandler } from './load-handler.ts';
import { installVirtualDate } from './virtual-date.ts';
import type { InvocationMessage, WorkerData, WorkerResult } from './worker-protocol.ts';

// The entry point of each worker thread: the counterpart of the Node runtime in Lambda.

const data = workerData as WorkerData;
// What one thread compiled, the next one reads, as long as the assembly is kept.
enableCompileCache(join(data.taskRoot, '../compiled'));
const { realNow } = installVirtualDate(new BigInt64Array(data.clockOffset));

try {
  const handler = loadHandler(data.taskRoot, data.handler);
  parentPort?.on('message', async (message: InvocationMessage) => post(await invoke(handler, message)));
} catch (error) {
  post({ requestId: undefined, error: describe(error) });
}

async function invoke(
  handler: (event: unknown, context: object) => unknown,
  { requestId, event, timeout }: InvocationMessage,
): Promise<WorkerResult> {
  const deadline = realNow() + timeout;
  process.env._X_AMZN_TRACE_ID = traceId();
  try {
    const result = await handler(JSON.parse(event), {
      awsRequestId: requestId,
      callbackWaitsForEmptyEventLoop: true,
      functionName: data.functionName,
      functionVersion: '$LATEST',
      invokedFunctionArn: data.functionArn,
      memoryLimitInMB: String(data.memorySize),
      logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
      logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
      getRemainingTimeInMillis: () => Math.max(0, deadline - realNow()),
    });
    return { requestId, payload: JSON.stringify(result === undefined ? null : result) };
  } catch (error) {
    console.error(error);
    return { requestId, error: describe(error) };
  }
}

function post(message: WorkerResult): void {
  parentPort?.postMessage(message);
}

function describe(error: unknown): { type: string; message: string } {
  return error instanceof Error
    ? { type: error.name, message: error.message }
    : { type: typeof error, message: String(error) };
}

function traceId(): string {
  const hex = randomUUID().replaceAll('-', '');
  const time = Math.floor(Date.now() / 1000).toString(16);
  return `Root=1-${time}-${hex.slice(0, 24)};Parent=${hex.slice(16)};Sampled=0`;
}
