import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Stack } from 'aws-cdk-lib/core';
import { describe, expect, it } from 'vitest';
import { PublishedPlaybook } from '../../infra/constructs/published-playbook.ts';
import { resources } from './synthesized.ts';

/** What CloudFormation compares to see whether the playbook has to be published. */
function fingerprint(code: string, playbook: string): string {
  const build = mkdtempSync(join(tmpdir(), 'published-'));
  mkdirSync(join(build, 'publish/playbook'), { recursive: true });
  writeFileSync(join(build, 'publish/index.js'), code);
  writeFileSync(join(build, 'publish/playbook/playbook.yaml'), playbook);
  const stack = new Stack();
  const publish = LambdaFunction.fromFunctionName(stack, 'Publish', 'publish');
  new PublishedPlaybook(stack, 'Published', { build, publish, after: publish });
  const [custom] = resources(Template.fromStack(stack), 'Custom::Playbook').values();
  return custom.playbook;
}

describe('the playbook', () => {
  it('is published anew when a file of the marketers changes, or the layout of mails in the code', () => {
    const before = fingerprint('layout 1', 'points: []');
    expect(fingerprint('layout 1', 'points: []')).toBe(before);
    expect(fingerprint('layout 1', 'points: [1]')).not.toBe(before);
    expect(fingerprint('layout 2', 'points: []')).not.toBe(before);
  });
});
