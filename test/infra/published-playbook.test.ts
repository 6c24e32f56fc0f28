import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Stack } from 'aws-cdk-lib/core';
import { describe, expect, it } from 'vitest';
import { PublishedPlaybook } from '../../infra/constructs/published-playbook.ts';
import { resources } from './synthesized.ts';

/** The property that CloudFormation compares to decide whether to publish the playbook. */
function fingerprint(code: string, playbook: string): string {
  const build = mkdtempSync(join(tmpdir(), 'published-'));
  mkdirSync(join(build, 'publish'));
  writeFileSync(join(build, 'publish/index.js'), code);
  writeFileSync(join(build, 'publish/playbook.json'), playbook);
  const stack = new Stack();
  const publish = LambdaFunction.fromFunctionName(stack, 'Publish', 'publish');
  new PublishedPlaybook(stack, 'Published', { build, publish, after: publish });
  const [custom] = resources(Template.fromStack(stack), 'Custom::Playbook').values();
  return custom.playbook;
}

describe('the playbook', () => {
  it('is published again when it changes, or the code that stores it', () => {
    const before = fingerprint('code 1', '{"hash":"1"}');
    expect(fingerprint('code 1', '{"hash":"1"}')).toBe(before);
    expect(fingerprint('code 1', '{"hash":"2"}')).not.toBe(before);
    expect(fingerprint('code 2', '{"hash":"1"}')).not.toBe(before);
  });
});
