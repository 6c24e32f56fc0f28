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
export type ServiceName = 'dynamodb' | 'sqs' | 'events' | 'secretsmanager' | 'ses' | 'cognito-idp' | 'lambda';

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
