import { join } from 'node:path';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CustomResource, Duration, FileSystem } from 'aws-cdk-lib/core';
import { Construct, type IConstruct } from 'constructs';

interface Props {
  build: string;
  publish: IFunction;
  /** What must be deployed first: a playbook may need what the new functions know. */
  after: IConstruct;
}

/** The marketers' playbook in the table: published anew when it changes, or how it is stored. */
export class PublishedPlaybook extends Construct {
  constructor(scope: Construct, id: string, { build, publish, after }: Props) {
    super(scope, id);
    const playbook = new CustomResource(this, 'Playbook', {
      resourceType: 'Custom::Playbook',
      serviceToken: publish.functionArn,
      // A publish that crashes answers nobody; without this CloudFormation would wait an hour.
      serviceTimeout: Duration.minutes(5),
      properties: { playbook: FileSystem.fingerprint(join(build, 'publish')) },
    });
    playbook.node.addDependency(after);
  }
}
