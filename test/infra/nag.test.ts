import { Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { synthesized } from './synthesized.ts';

const { app } = synthesized();

/** The AWS rules that we do not follow; the reason is where each is acknowledged. */
const acknowledged = ['APIG4', 'COG2', 'COG8', 'IAM5', 'SMG4', 'SQS3'].map((rule) => `AwsSolutions-${rule}`);

describe('the stack', () => {
  it('follows the AWS Solutions rules', () => {
    expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([]);
  });

  it('acknowledges a few exceptions, each with a reason', () => {
    const departures = app.node
      .findAll()
      .flatMap((construct) => construct.node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Record<string, unknown>));
    expect([...new Set(departures.map(([id]) => /AwsSolutions-\w+/.exec(id)?.[0]))].sort()).toEqual(
      acknowledged,
    );
    for (const [, reason] of departures) expect(JSON.stringify(reason)).toMatch(/\w+ \w+ \w+/);
  });
});
