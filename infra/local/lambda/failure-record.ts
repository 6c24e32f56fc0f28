interface Failed {
  requestId: string;
  functionArn: string;
  /** The event, as JSON. */
  event: string;
  error: { type: string; message: string };
  condition: 'RetriesExhausted' | 'EventAgeExceeded';
  attempts: number;
  now: number;
}

/** The record of a failed asynchronous invocation for its on-failure destination. */
export function failureRecord(failed: Failed): string {
  return JSON.stringify({
    version: '1.0',
    timestamp: new Date(failed.now).toISOString(),
    requestContext: {
      requestId: failed.requestId,
      functionArn: `${failed.functionArn}:$LATEST`,
      condition: failed.condition,
      approximateInvokeCount: failed.attempts,
    },
    requestPayload: JSON.parse(failed.event),
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: { errorType: failed.error.type, errorMessage: failed.error.message },
  });
}
