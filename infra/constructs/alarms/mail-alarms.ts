import type { Functions } from '../functions.ts';
import type { AlarmProps } from './alarm.ts';
import { countLines } from './counted-lines.ts';

/** Alarms about mail to leads, from the logs of the functions that send it. */
export function mailAlarms(namespace: string, { all: { timers, enrol } }: Functions): AlarmProps[] {
  const lines = (name: string, message: string) =>
    countLines([timers.logGroup, enrol.logGroup], { name, namespace, like: `{ $.message = "${message}" }` });
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
  ];
}
