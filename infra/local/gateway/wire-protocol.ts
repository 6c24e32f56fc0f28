import type { IncomingMessage } from 'node:http';
import type { ServiceError, ServiceName } from '../services/service.ts';

/** A call to an AWS service. */
export interface AwsCall {
  service: ServiceName;
  operation: string;
  // biome-ignore lint/suspicious/noExplicitAny: the service checks the input of each operation
  input: any;
  protocol: Protocol;
}

export type Protocol =
  | { kind: 'json'; contentType: string }
  | { kind: 'query'; namespace: string }
  /** An invocation: the body of the response is what the function returned. */
  | { kind: 'invocation' };

export interface WireResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const targets: Record<string, { service: ServiceName; version: string }> = {
  DynamoDB_20120810: { service: 'dynamodb', version: '1.0' },
  AmazonSQS: { service: 'sqs', version: '1.0' },
  AWSEvents: { service: 'events', version: '1.1' },
  AWSCognitoIdentityProviderService: { service: 'cognito-idp', version: '1.1' },
  secretsmanager: { service: 'secretsmanager', version: '1.1' },
};

/** Reads the call from a request; undefined when the twin does not serve it. */
export function readCall(
  { headers, url = '' }: Pick<IncomingMessage, 'headers' | 'url'>,
  body: string,
): AwsCall | undefined {
  const [, name] = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(url) ?? [];
  if (name !== undefined) {
    const type = headers['x-amz-invocation-type'] ?? 'RequestResponse';
    const input = { FunctionName: decodeURIComponent(name), InvocationType: type, Payload: body };
    return { service: 'lambda', operation: 'Invoke', input, protocol: { kind: 'invocation' } };
  }
  const [prefix = '', operation = ''] = String(headers['x-amz-target'] ?? '').split('.');
  const target = targets[prefix];
  if (target && operation)
    return {
      service: target.service,
      operation,
      input: JSON.parse(body || '{}'),
      protocol: { kind: 'json', contentType: `application/x-amz-json-${target.version}` },
    };
  if (!String(headers['content-type']).startsWith('application/x-www-form-urlencoded')) return undefined;
  const { Action, Version, ...input } = Object.fromEntries(new URLSearchParams(body));
  if (!Action || Version !== '2010-12-01') return undefined;
  const namespace = 'http://ses.amazonaws.com/doc/2010-12-01/';
  return { service: 'ses', operation: Action, input, protocol: { kind: 'query', namespace } };
}

/** The HTTP response for a service's output. Services of the query protocol return the XML themselves. */
export function wireResponse(protocol: Protocol, output: unknown): WireResponse {
  if (protocol.kind === 'query') return { status: 200, headers: xml, body: String(output) };
  if (protocol.kind === 'invocation') return invocationResponse(output as Invocation);
  return {
    status: 200,
    headers: { 'content-type': protocol.contentType },
    body: JSON.stringify(output ?? {}),
  };
}

/** The HTTP response for a service's error. */
export function wireError(
  protocol: Protocol,
  { code, message, status, details }: ServiceError,
): WireResponse {
  if (protocol.kind === 'query') {
    const type = status < 500 ? 'Sender' : 'Receiver';
    const error = `<Error><Type>${type}</Type><Code>${code}</Code><Message>${xmlText(message)}</Message></Error>`;
    return {
      status,
      headers: xml,
      body: `<ErrorResponse xmlns="${protocol.namespace}">${error}</ErrorResponse>`,
    };
  }
  const contentType = protocol.kind === 'json' ? protocol.contentType : 'application/json';
  return {
    status,
    headers: { 'content-type': contentType, 'x-amzn-errortype': code },
    body: JSON.stringify({ ...details, __type: code, message }),
  };
}

interface Invocation {
  Payload: string;
  FunctionError?: string;
}

function invocationResponse({ Payload, FunctionError }: Invocation): WireResponse {
  const failed = FunctionError === undefined ? {} : { 'x-amz-function-error': FunctionError };
  const headers = { 'content-type': 'application/json', 'x-amz-executed-version': '$LATEST', ...failed };
  return { status: 200, headers, body: Payload };
}

const xml = { 'content-type': 'text/xml' };

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
