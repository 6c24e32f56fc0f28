import * as gateway from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { CfnOutput, Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { AccessLog } from './access-log.ts';

const { GET, POST } = gateway.CorsHttpMethod;

/** The public address: one HTTP API, throttled, with an access log that identifies nobody. */
export class Edge extends Construct {
  readonly api: gateway.HttpApi;
  readonly accessLog: AccessLog;
  /** The public URL, without a slash at the end. */
  readonly url: string;

  constructor(scope: Construct, id: string, { settings }: { settings: Settings }) {
    super(scope, id);
    this.api = new gateway.HttpApi(this, 'Api', {
      apiName: settings.stackName,
      createDefaultStage: false,
      disableExecuteApiEndpoint: settings.domain !== undefined,
      corsPreflight: {
        allowOrigins: ['*'],
        allowMethods: [GET, POST],
        allowHeaders: ['content-type', 'idempotency-key', 'kansrijk-visitor'],
        maxAge: Duration.days(1),
      },
    });
    this.accessLog = new AccessLog(this, 'AccessLog', settings);
    const domainName = settings.domain && this.domain(settings.domain);
    new gateway.HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: settings.throttling.rate, burstLimit: settings.throttling.burst },
      accessLogSettings: this.accessLog.settings,
      ...(domainName && { domainMapping: { domainName } }),
    });
    this.url =
      settings.publicUrl ?? (settings.domain ? `https://${settings.domain.name}` : this.api.apiEndpoint);
    new CfnOutput(this, 'Url', { value: this.url, description: 'The public address' });
  }

  private domain({ name, certificateArn }: NonNullable<Settings['domain']>): gateway.DomainName {
    const domainName = new gateway.DomainName(this, 'Domain', {
      domainName: name,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
    });
    new CfnOutput(this, 'DomainRecord', {
      value: `${name} CNAME ${domainName.regionalDomainName}`,
      description: 'Add this record to your DNS',
    });
    return domainName;
  }
}
