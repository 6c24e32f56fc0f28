interface Failed {
  requestId: string;
  /** The event, as JSON. */
  event: string;
  error: { type: string; message: string };
  attempts: number;
}

/** The record of a failed asynchronous invocation for its on-failure destination. */
export function failureRecord(
  failed: Failed & {
    condition: 'RetriesExhausted' | 'EventAgeExceeded';
    functionArn: string;
    now: number;
  },
): string {
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

/** The message for a function's dead-letter queue: the event, and why it failed. */
export function deadLetter({ requestId, event, error }: Failed) {
  return {
    body: event,
    attributes: { RequestID: requestId, ErrorCode: '200', ErrorMessage: error.message.slice(0, 1024) },
  };
}
