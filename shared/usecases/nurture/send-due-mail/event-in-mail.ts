import { calendarFile } from '../../../domain/calendar-file.ts';
import type { Language } from '../../../domain/language.ts';
import { type DatedEvent, datedEvent } from '../../../domain/nurture/event/event.ts';
import type { EventVariables } from '../../../domain/nurture/mail/variables.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Attachment } from '../../../gateways/nurture/mailer.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import { locales } from '../../../web/language.ts';

/** What a mail says of the event of its sequence. */
export interface EventInMail {
  variables: EventVariables;
  /** The event as a file for calendars, if the step has one. */
  attachments?: Attachment[];
}

/** What a mail of a step says of the event of its sequence; undefined when it is about none. */
export function eventInMail(
  { sequences, events, mailing, version }: Playbook,
  { sequence: name, step: id }: { sequence: string; step: string },
  { locale, websiteUrl, now }: { locale: Language; websiteUrl: string; now: Instant },
): EventInMail | undefined {
  const sequence = sequences[name];
  const event = datedEvent(sequence?.event, events, mailing);
  if (event === undefined) return undefined;
  const { title, place, link, cancelled } = event.rules;
  const variables = {
    eventTitle: title[locale],
    eventWhen: whenText(event, locale),
    eventPlace: place?.[locale],
    eventLink: link,
  };
  if (!sequence?.steps.find((step) => step.id === id)?.calendar) return { variables };
  const content = calendarFile({
    uid: `${event.name}@${new URL(websiteUrl).hostname}`,
    // Each publication counts on, so a calendar takes what it says now for newer than what it had.
    ...{ sequence: version, writtenAt: now, start: event.start, end: event.end, title: title[locale] },
    ...{ description: link, place: place?.[locale] ?? link, link, alarm: 'PT15M', isCancelled: cancelled },
  });
  const file = { filename: `${event.name}.ics`, contentType: 'text/calendar; charset=utf-8; method=PUBLISH' };
  return { variables, attachments: [{ ...file, content }] };
}

/** When it begins, where it is: `Tuesday 9 February 2027 at 15:00 CET`. */
function whenText({ start, zone }: DatedEvent, language: Language): string {
  const date = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const format = {
    ...date,
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
    timeZoneName: 'short',
  } as const;
  return new Intl.DateTimeFormat(locales[language], format).format(new Date(start));
}
