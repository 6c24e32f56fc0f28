import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deadOrder } from '../../shared/contract/sweep.ts';
import { DUE_SHARDS } from '../../shared/contract/table.ts';
import { ERASE } from '../../shared/store/identity/lead-entity.ts';
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

  it('says how an erasure that was given up is found', () => {
    expect(runbook).toContain(`"like":"#${ERASE}"`);
  });

  it('names no line of a log that the code does not write', () => {
    const code = globSync('{functions,shared}/**/*.ts').map((path) => readFileSync(path, 'utf8'));
    const named = [...runbook.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, word]) => word as string);
    expect(named.filter((word) => !code.some((text) => text.includes(word)))).toEqual([]);
  });
});

describe('every alarm', () => {
  it.each([...alarms])('%s says what it means, links to the runbook and notifies somebody', (_id, alarm) => {
    const [, anchor] = alarm.AlarmDescription.match(/^[A-Z].+\. What to do: infra\/runbook\.md#([\w-]+)$/);
    expect(headings.map((heading) => heading.toLowerCase().replaceAll(' ', '-'))).toContain(anchor);
    expect(alarm.AlarmActions).toEqual([{ Ref: expect.stringMatching(/^AlarmsTopic/) }]);
  });

  it('adds up ten metrics at most, as CloudWatch allows', () => {
    const sums = [...alarms.values()].map(({ Metrics = [] }) => Metrics.length);
    expect(Math.max(...sums)).toBeLessThanOrEqual(10);
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

/** Whether a filter pattern of CloudWatch Logs, as ours are, matches a line. */
function matches(pattern: string, line: Record<string, unknown>): boolean {
  const terms = [...pattern.matchAll(/\$\.(\w+) (=|>) (?:"([^"]+)"|(\d+))/g)];
  expect(pattern.replaceAll(/\(?\$\.\w+ [=>] (?:"[^"]+"|\d+)\)?/g, 'x')).toMatch(/^\{ x( && x)* \}$/);
  return terms.every(([, field = '', is, text, number]) =>
    is === '>' ? Number(line[field]) > Number(number) : line[field] === text,
  );
}

describe('an alarm about jobs', () => {
  const filters = [...resources(template, 'AWS::Logs::MetricFilter').values()];
  const everywhere = Object.keys(DUE_SHARDS);
  const sending = ['timers', 'enrol'];
  const countedIn = (message: string, tries?: number) => {
    const logs = filters
      .filter(({ LogGroupName: { Ref } }) => everywhere.some((name) => Ref.startsWith(`Functions${name}Log`)))
      .filter(({ FilterPattern }) => matches(FilterPattern, { message, tries }));
    return logs.map(({ LogGroupName: { Ref } }) => /^Functions(\w+)Log/.exec(Ref)?.[1]);
  };

  it.each([
    ['notice-late', undefined, ['notify']],
    ['notice-refused', undefined, ['notify']],
    ['job-failed', 3, []],
    ['job-failed', 4, sending],
    ['job-failed', 5, [...sending, 'webhooks']],
    ['job-given-up', 9, everywhere],
    ['sweep-failed', undefined, everywhere],
    ['marketing-held-back', undefined, sending],
    ['mail-not-allowed', undefined, sending],
    ['mail-refused', undefined, sending],
    ['swept', undefined, []],
  ])('counts %s at %s tries in the logs of %j', (message, tries, names) => {
    expect(countedIn(message, tries).toSorted()).toEqual(names.toSorted());
  });

  it('adds up all sweeps that fail, by themselves or with their function', () => {
    const { Metrics, EvaluationPeriods } = alarms.get('AlarmsSweepsfail');
    const watched = Metrics.flatMap(({ MetricStat }: { MetricStat?: { Metric: { MetricName: string } } }) =>
      MetricStat ? MetricStat.Metric.MetricName : [],
    );
    expect(watched).toEqual(['SweepsFailed', 'Errors', 'Errors', 'Errors', 'Errors']);
    expect(EvaluationPeriods).toBe(2);
  });
});

describe('an alarm about the playbook', () => {
  it('goes off at the first error of the function that marketers wait for', () => {
    const { MetricName, Dimensions, Threshold } = alarms.get('AlarmsTheplaybookdoesnotanswer');
    expect([MetricName, Threshold]).toEqual(['Errors', 0]);
    expect(Dimensions[0].Value.Ref).toMatch(/^Functionsplaybook/);
  });

  it('goes off before a command takes as long as it may', () => {
    const { MetricName, Statistic, Threshold } = alarms.get('AlarmsTheplaybookisslow');
    expect([MetricName, Statistic, Threshold]).toEqual(['Duration', 'Maximum', 24_000]);
  });
});

describe('the orders about jobs in the runbook', () => {
  const payloads = [...runbook.matchAll(/'(\{"dead".*\})'|`(\{"dead".*\})`/g)].map(
    ([, shell, inline]) => (shell ?? inline) as string,
  );

  it('are to list them, to try them again and to drop them', () => {
    const orders = payloads.map((payload) => deadOrder.parse(JSON.parse(payload)).dead);
    expect(new Set(orders)).toEqual(new Set(['list', 'again', 'drop']));
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
