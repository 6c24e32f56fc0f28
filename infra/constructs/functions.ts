import type { Function as LambdaFunctionResource } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { environments, type FunctionName } from '../../shared/contract/environment.ts';
import { functions } from '../functions.ts';
import type { Configuration } from './configuration.ts';
import { LambdaFunction } from './lambda-function.ts';
import { type PermissionSources, permissions } from './permissions.ts';

interface Props extends PermissionSources {
  /** The folder with one bundle for each function. */
  build: string;
  configuration: Configuration;
}

/** All functions, by name. Each has the environment, the permissions and the size that are declared for it. */
export class Functions extends Construct {
  readonly all: Readonly<Record<FunctionName, LambdaFunctionResource>>;

  constructor(scope: Construct, id: string, { build, configuration, ...sources }: Props) {
    super(scope, id);
    const allowed = permissions(sources);
    const { notify, webhooks, enrol, feedback } = sources.queues.deadLetters;
    const undelivered: Partial<Record<FunctionName, IQueue>> = { notify, webhooks, enrol, feedback };
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'SES knows no resource for the question how much the account may send; nothing else is asked of all.',
    });
    const names = Object.keys(environments) as FunctionName[];
    const entries = names.map((name) => {
      const { resource } = new LambdaFunction(this, name, {
        name,
        build,
        configuration,
        settings: sources.settings,
        permissions: allowed[name],
        declaration: functions[name],
        undelivered: undelivered[name],
      });
      return [name, resource];
    });
    this.all = Object.fromEntries(entries);
  }
}
