import type { CloudFormationCustomResourceEvent } from 'aws-lambda';

/** What became of a request of CloudFormation. */
export type Outcome = { ok: true; data: Record<string, string> } | { ok: false; reason: string };

/** CloudFormation takes an answer of 4,096 bytes at most. */
const REASON_BYTES = 3_000;
const ATTEMPTS = 3;
const TIMEOUT_MS = 3_000;

/**
 * Answers CloudFormation, which waits for it. The resource keeps one id for life, so that an update never makes
 * CloudFormation delete the old one.
 * @throws when CloudFormation cannot be reached: Lambda then tries the whole again.
 */
export async function answer(
  event: CloudFormationCustomResourceEvent,
  outcome: Outcome,
  pause: (milliseconds: number) => Promise<void> = sleep,
): Promise<void> {
  const body = JSON.stringify({
    Status: outcome.ok ? 'SUCCESS' : 'FAILED',
    Reason: outcome.ok ? 'Done' : Buffer.from(outcome.reason).subarray(0, REASON_BYTES).toString(),
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
        // The URL is signed without a content type.
        headers: { 'content-type': '' },
        body,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (response.ok) return;
      throw new Error(`CloudFormation did not take the answer: ${response.status}`);
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await pause(100 * 4 ** attempt);
    }
  }
}

/** The outcome of the work, or a failure when it takes too long: CloudFormation waits for an answer up to an hour. */
export async function within(milliseconds: number, work: Promise<Outcome>): Promise<Outcome> {
  const late: Outcome = {
    ok: false,
    reason: 'Publishing took too long. Try again: nothing is lost or done twice.',
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
