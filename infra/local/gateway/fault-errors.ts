import { ServiceError } from '../services/service.ts';

const throttles: Record<string, [code: string, message: string]> = {
  dynamodb: [
    'ProvisionedThroughputExceededException',
    'The level of configured provisioned throughput for the table was exceeded.',
  ],
  sqs: ['ThrottlingException', 'Request is throttled.'],
  events: ['ThrottlingException', 'Rate exceeded'],
  secretsmanager: ['ThrottlingException', 'Rate exceeded'],
  'cognito-idp': ['TooManyRequestsException', 'Rate exceeded'],
  lambda: ['TooManyRequestsException', 'Rate Exceeded.'],
  ses: ['Throttling', 'Maximum sending rate exceeded.'],
};

const errors: Record<string, [code: string, message: string]> = {
  dynamodb: ['InternalServerError', 'The request could not be processed because of an internal error.'],
  sqs: ['InternalError', 'The request could not be processed because of an internal error.'],
  events: ['InternalException', 'This exception occurs due to unexpected causes.'],
  secretsmanager: ['InternalServiceError', 'An error occurred on the server side.'],
  'cognito-idp': ['InternalErrorException', 'Unexpected exception from the service.'],
  lambda: ['ServiceException', 'An error occurred and the request cannot be processed.'],
  ses: ['InternalFailure', 'The request processing has failed because of an unknown error.'],
};

/** A service's own throttling error. */
export function throttleError(service: string): ServiceError {
  const [code, message] = throttles[service] ?? ['ThrottlingException', 'Rate exceeded'];
  return new ServiceError(code, message, 400);
}

/** A service's own internal error. */
export function internalError(service: string): ServiceError {
  const [code, message] = errors[service] ?? ['InternalFailure', 'The request processing has failed.'];
  return new ServiceError(code, message, 500);
}
