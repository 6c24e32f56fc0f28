import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { type IAccessLogSettings, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

/** What a developer needs to know about a request. No address, path or user agent: those could identify a person. */
const fields = {
  requestId: '$context.requestId',
  at: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  error: '$context.error.responseType',
  integrationError: '$context.integrationErrorMessage',
};

/** The access log of the API. */
export class AccessLog extends LogGroup {
  readonly settings: IAccessLogSettings;

  constructor(scope: Construct, id: string, { stackName, retention }: Settings) {
    super(scope, id, {
      logGroupName: `/aws/vendedlogs/apigateway/${stackName}`,
      retention: retention.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.settings = {
      destination: new LogGroupLogDestination(this),
      format: AccessLogFormat.custom(JSON.stringify(fields)),
    };
  }
}
