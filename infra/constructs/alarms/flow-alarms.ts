import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Duration } from 'aws-cdk-lib/core';
import type { Functions } from '../functions.ts';
import type { DeadLetterName, Queues } from '../queues.ts';
import type { AlarmProps } from './alarm.ts';
import { jobAlarms } from './job-alarms.ts';

const period = Duration.minutes(5);

type Words = Pick<AlarmProps, 'heading' | 'means'>;

/** What dead letters mean, for each queue: a missing one does not compile. */
const deadLetterWords: Record<DeadLetterName, Words> = {
  late: {
    heading: 'Late events could not be stored',
    means: 'Visits and forms that were kept aside are still missing from the scores.',
  },
  score: {
    heading: 'Events were not scored',
    means: 'Some events do not count for their lead; a lead may be ready while sales does not know.',
  },
  relay: {
    heading: 'Changes were not announced',
    means: 'Something happened to a lead and nobody was told: perhaps not even sales of a hand-over.',
  },
  enrol: {
    heading: 'Sequences were not begun',
    means: 'Somebody may not have the whitepaper it asked for, and gets no tips.',
  },
  feedback: {
    heading: 'Reports on mail were not taken in',
    means: 'Somebody whose mail bounced or who complained may get more mail.',
  },
  webhooks: {
    heading: 'Webhooks were not begun',
    means: 'Another system does not hear of something that happened to a lead.',
  },
  notify: {
    heading: 'Notices to sales were not begun',
    means: 'A lead is ready, or waits too long for an answer, and nothing tries to tell sales.',
  },
};

/** Alarms about asynchronous work, where no client waits for a response. */
export function flowAlarms(namespace: string, queues: Queues, functions: Functions): AlarmProps[] {
  const { all } = functions;
  const names = Object.keys(deadLetterWords) as DeadLetterName[];
  return [
    {
      heading: 'Scoring is behind',
      means: 'Scores are more than five minutes old, so sales hears late of leads that are ready.',
      metric: iteratorAge(all.score),
      above: Duration.minutes(5).toMilliseconds(),
    },
    {
      heading: 'Announcements are behind',
      means: 'Changes of leads reach sales and other systems more than five minutes late.',
      metric: iteratorAge(all.relay),
      above: Duration.minutes(5).toMilliseconds(),
    },
    {
      heading: 'Late events wait',
      means: 'Visits and forms of the last quarter of an hour are safe, but do not count yet.',
      metric: queues.late.metricApproximateAgeOfOldestMessage({ period }),
      above: Duration.minutes(15).toSeconds(),
    },
    ...jobAlarms(namespace, functions),
    ...names.map((name) => ({
      ...deadLetterWords[name],
      metric: queues.deadLetters[name].metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
    })),
  ];
}

function iteratorAge(reader: LambdaFunction) {
  return reader.metric('IteratorAge', { period, statistic: 'Maximum' });
}
