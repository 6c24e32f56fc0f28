import { join } from 'node:path';
import { CustomResource, Duration, FileSystem } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Functions } from './functions.ts';

interface Props {
  build: string;
  functions: Functions;
}

/** The marketers' playbook in the table: published anew when one of their files changes, or what is made of them. */
export class PublishedPlaybook extends Construct {
  constructor(scope: Construct, id: string, { build, functions }: Props) {
    super(scope, id);
    const playbook = new CustomResource(this, 'Playbook', {
      resourceType: 'Custom::Playbook',
      serviceToken: functions.all.publish.functionArn,
      // A publish that crashes answers nobody; without this CloudFormation would wait an hour.
      serviceTimeout: Duration.minutes(5),
      properties: { playbook: FileSystem.fingerprint(join(build, 'publish')) },
    });
    // A playbook may need what the new functions know: none of the old ones may read it.
    playbook.node.addDependency(functions);
  }
}
