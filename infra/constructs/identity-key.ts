import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

/** The key that turns e-mail addresses into lead ids: generated once, kept when the stack is deleted. */
export class IdentityKey extends Construct {
  /** The key as a reference that CloudFormation resolves, so that no template holds it. */
  readonly value: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const secret = new Secret(this, 'Secret', {
      description: 'Turns e-mail addresses into lead ids. With another key every lead would be a stranger.',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'The key must not rotate: every lead id depends on it for the life of the deployment.',
    });
    this.value = secret.secretValue.unsafeUnwrap();
  }
}
