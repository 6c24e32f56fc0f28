import type { CloudFormationCustomResourceEvent } from 'aws-lambda';

/** The outcome of a CloudFormation request. */
export type Outcome = { ok: true; data: Record<string, string> } | { ok: false; reason: string };

/** CloudFormation accepts responses of at most 4,096 bytes. */
const MAX_REASON_BYTES = 3_000;
const ATTEMPTS = 3;
const TIMEOUT_MS = 3_000;

/**
 * Sends the response that CloudFormation waits for. The resource keeps its physical id, so that an update never makes
 * CloudFormation delete it.
 * @throws if CloudFormation cannot be reached: Lambda then retries the invocation
 */
export async function respond(
  event: CloudFormationCustomResourceEvent,
  outcome: Outcome,
  pause: (milliseconds: number) => Promise<void> = sleep,
): Promise<void> {
  const body = JSON.stringify({
    Status: outcome.ok ? 'SUCCESS' : 'FAILED',
    Reason: outcome.ok ? 'Done' : Buffer.from(outcome.reason).subarray(0, MAX_REASON_BYTES).toString(),
    PhysicalResourceId: 'PhysicalResourceId' in event ? event.PhysicalResourceId : event.LogicalResourceId,
    StackId: event.StackId,
    RequestId: event.RequestId,
    LogicalResourceId: event.LogicalResourceId,
    Data: outcome.ok ? outcome.data : {},
  });
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetch(event.ResponseURL, {
        method: 'PUT',
        // The presigned URL is signed without a content type.
        headers: { 'content-type': '' },
        body,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (response.ok) return;
      throw new Error(`CloudFormation refused the response: ${response.status}`);
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await pause(100 * 4 ** attempt);
    }
  }
}

/** The outcome of the work, or a failure on timeout: without a response CloudFormation waits up to an hour. */
export async function withTimeout(milliseconds: number, work: Outcome | Promise<Outcome>): Promise<Outcome> {
  const late: Outcome = {
    ok: false,
    reason: 'Publishing took too long. Deploy again: nothing is lost or repeated.',
  };
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<Outcome>((resolve) => {
    timer = setTimeout(resolve, milliseconds, late);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
