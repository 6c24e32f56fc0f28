import { join } from 'node:path';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CustomResource, Duration, FileSystem } from 'aws-cdk-lib/core';
import { Construct, type IConstruct } from 'constructs';

interface Props {
  build: string;
  publish: IFunction;
  /** Deployed first: a playbook may need the new functions. */
  after: IConstruct;
}

/** Publishes the marketers' playbook to the table whenever it, or the code that stores it, changes. */
export class PublishedPlaybook extends Construct {
  constructor(scope: Construct, id: string, { build, publish, after }: Props) {
    super(scope, id);
    const playbook = new CustomResource(this, 'Playbook', {
      resourceType: 'Custom::Playbook',
      serviceToken: publish.functionArn,
      // A publish that crashes sends no response; without this CloudFormation would wait an hour.
      serviceTimeout: Duration.minutes(5),
      properties: { playbook: FileSystem.fingerprint(join(build, 'publish')) },
    });
    playbook.node.addDependency(after);
  }
}
