import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resources, synthesized, withoutHash } from './synthesized.ts';

const { template } = synthesized();
const alarms = resources(template, 'AWS::CloudWatch::Alarm');
const runbook = readFileSync(join(import.meta.dirname, '../../infra/runbook.md'), 'utf8');
const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading as string);

describe('the runbook', () => {
  it('has exactly one heading for each alarm', () => {
    const named = [...alarms.values()].map((alarm) => alarm.AlarmName.replace('Test: ', ''));
    expect(named.sort()).toEqual(headings.toSorted());
  });

  it.each(headings)('says for "%s" what it means, how to see it and what to do', (heading) => {
    const section = runbook.split(`\n## ${heading}\n`)[1]?.split(/\n#{1,2} /)[0];
    expect(section).toMatch(/\*\*For people\*\*[\s\S]*\*\*See\*\*[\s\S]*\*\*Do\*\*/);
  });
});

describe('every alarm', () => {
  it.each([...alarms])('%s says what it means, links to the runbook and notifies somebody', (_id, alarm) => {
    const [, anchor] = alarm.AlarmDescription.match(/^[A-Z].+\. What to do: infra\/runbook\.md#([\w-]+)$/);
    expect(headings.map((heading) => heading.toLowerCase().replaceAll(' ', '-'))).toContain(anchor);
    expect(alarm.AlarmActions).toEqual([{ Ref: expect.stringMatching(/^AlarmsTopic/) }]);
  });

  it("may be published by CloudWatch, which needs a statement in the topic's policy", () => {
    const [policy] = resources(template, 'AWS::SNS::TopicPolicy').values();
    expect(policy.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
      }),
    );
  });

  it('goes to the address in the settings', () => {
    template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'developer@example.com',
    });
  });
});

describe('every dead-letter queue', () => {
  const deadLetters = [...resources(template, 'AWS::SQS::Queue').keys()].filter((id) =>
    id.endsWith('deadletters'),
  );

  it.each(deadLetters)('%s has an alarm for the first message', (queue) => {
    const alarm = [...alarms.values()].find(
      ({ MetricName, Dimensions }) =>
        MetricName === 'ApproximateNumberOfMessagesVisible' &&
        withoutHash(Dimensions[0].Value['Fn::GetAtt'][0]) === queue,
    );
    expect(alarm).toMatchObject({ Threshold: 0, ComparisonOperator: 'GreaterThanThreshold' });
  });
});
