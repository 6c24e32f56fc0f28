import { openMappings } from '../event-source-mapping/mappings.ts';
import type { Services, ServicesContext } from './context.ts';
import { startDynamoDb } from './dynamodb/dynamodb.ts';
import { firstIndexedTime } from './dynamodb/indexed-times.ts';
import { openEvents } from './events/events.ts';
import { openLambda } from './lambda.ts';
import { openSchedules } from './schedules/schedules.ts';
import { openSecrets } from './secrets.ts';
import { openSes } from './ses/ses.ts';
import { startSlackCatcher } from './slack/slack.ts';
import { deadLetters } from './sqs/dead-letters.ts';
import { openSqs } from './sqs/sqs.ts';
import { openUserPools } from './user-pools.ts';

/**
 * Starts every service that the template uses.
 * @throws Error that names a resource with a value that the twin does not run.
 */
export async function createServices(context: ServicesContext): Promise<Services> {
  const { resources } = context;
  const sqs = openSqs(context);
  const mappings = openMappings(context, sqs);
  const events = openEvents(context);
  const schedules = openSchedules({
    ...context,
    firstListed: (partitions) => firstIndexedTime(context.journal, partitions),
  });
  const secrets = openSecrets(context);
  const userPools = openUserPools(context);
  const lambda = openLambda(context);
  const dynamodb = await startDynamoDb({
    ...context,
    sink: mappings.sink,
    queried(caller, partition) {
      const handled = context.handledBy(caller);
      if (handled) schedules.queried(handled.logicalId, handled.event, partition);
    },
  });
  const slack = await startSlackCatcher(context);
  const ses = openSes({
    ...context,
    quota: context.ses,
    report: (detailType, detail) =>
      events.put({ Source: 'aws.ses', DetailType: detailType, Detail: JSON.stringify(detail) }),
  });

  return {
    list: [dynamodb, sqs, events, secrets, ses, userPools, lambda],
    parts: [...mappings.parts, schedules, dynamodb, slack, ses.part],
    userPools,
    slackUrl: slack.url,
    start: mappings.start,
    secretValue: secrets.value,
    sendToQueue: sqs.sendTo,
    dynamodb,
    mails: ses.mails,
    quota: ses.quota,
    slackPosts: slack.posts,
    busEvents: events.passed,
    deadLetters: () => deadLetters(resources, sqs),
  };
}
