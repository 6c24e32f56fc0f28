import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Duration } from 'aws-cdk-lib/core';
import type { AlarmProps } from './alarm.ts';
import { countLines } from './counted-lines.ts';

/** Alarms about mail to leads, from the logs of the functions that send it. */
export function mailAlarms(namespace: string, timers: LambdaFunction, enrol: LambdaFunction): AlarmProps[] {
  const lines = (name: string, message: string) => {
    const pattern = { name, namespace, like: `{ $.message = "${message}" }` };
    // One metric, counted in both logs.
    countLines(enrol.logGroup, pattern);
    return countLines(timers.logGroup, pattern);
  };
  return [
    {
      heading: 'Marketing mail is held back',
      means: 'Too much mail bounces or is called spam: only what people ask for is sent.',
      metric: lines('MarketingHeldBack', 'marketing-held-back'),
      above: 0,
    },
    {
      heading: 'Mail may not be sent',
      means: 'The mail service does not let us send: nobody gets mail, not even what they asked for.',
      metric: lines('MailNotAllowed', 'mail-not-allowed'),
      above: 0,
    },
    {
      heading: 'Mail is refused',
      means: 'Some people do not get a mail, because the mail service does not take it.',
      metric: lines('MailRefused', 'mail-refused'),
      above: 4,
    },
    {
      heading: 'What is due is not done',
      means: 'Mails, expired points or issues of the newsletter come late.',
      metric: lines('DueNotHandled', 'due-not-handled'),
      above: 0,
      periods: 3,
    },
    {
      heading: 'Sweeps fail',
      means: 'Nothing that is due is done: mails come late.',
      metric: timers.metricErrors({ period: Duration.minutes(5) }),
      above: 0,
      periods: 2,
    },
  ];
}
