import { join } from 'node:path';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { environments, type FunctionName } from '../../shared/contract/environment.ts';
import type { FunctionDeclaration } from '../functions.ts';
import type { Settings } from '../settings.ts';
import type { Configuration } from './configuration.ts';
import { functionNameOf } from './function-name.ts';
import { writeLogs } from './statements.ts';

interface Props {
  name: FunctionName;
  settings: Settings;
  build: string;
  configuration: Configuration;
  permissions: iam.PolicyStatement[];
  declaration: FunctionDeclaration;
  /** The queue for asynchronous invocations that keep failing. */
  undelivered: IQueue | undefined;
}

/** A function with its own role, its own log and exactly the environment of the contract. */
export class LambdaFunction extends Construct {
  readonly resource: lambda.Function;

  constructor(scope: Construct, id: string, { name, settings, declaration, undelivered, ...props }: Props) {
    super(scope, id);
    const functionName = functionNameOf(settings, name);
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/aws/lambda/${functionName}`,
      retention: settings.retention.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        Permissions: new iam.PolicyDocument({ statements: [writeLogs(logGroup), ...props.permissions] }),
      },
    });
    this.resource = new lambda.Function(this, 'Function', {
      functionName,
      description: declaration.does,
      code: lambda.Code.fromAsset(join(props.build, name)),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      memorySize: declaration.memory,
      timeout: Duration.seconds(declaration.seconds),
      environment: environmentOf(name, props.configuration),
      // permissions.ts lists everything a function may do; no construct adds to it.
      role: role.withoutPolicyUpdates(),
      logGroup,
      // START, END and REPORT lines would cost more than the function's own.
      loggingFormat: lambda.LoggingFormat.JSON,
      systemLogLevelV2: lambda.SystemLogLevel.WARN,
      applicationLogLevelV2: lambda.ApplicationLogLevel.INFO,
      ...(undelivered && { onFailure: new SqsDestination(undelivered), retryAttempts: 2 }),
    });
  }
}

function environmentOf(name: FunctionName, configuration: Configuration): Record<string, string> {
  const entries = environments[name].map((variable) => [variable, configuration[variable]]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
