import { mailsIn } from '../../../domain/nurture/ab-test/variants.ts';
import { datedEvent } from '../../../domain/nurture/event/event.ts';
import type { EventRules } from '../../../domain/nurture/event/event-rules.ts';
import { EVENT_VARIABLES } from '../../../domain/nurture/mail/variables.ts';
import type { Sequence, Step } from '../../../domain/nurture/sequence.ts';
import { isTimeZone } from '../../../domain/time-zone.ts';
import type { WrittenMail } from '../../mail-files/load-mails.ts';
import type { Finding, Path } from '../../mistake.ts';
import type { PlaybookContent } from '../../playbook.ts';
import { unknownTimeZone } from '../value-findings.ts';

/** Events that end before they begin, on a day or in a time zone that does not exist, or that nobody can find. */
export function eventFindings(events: Record<string, EventRules>): Finding[] {
  return Object.entries(events).flatMap(([name, event]): Finding[] => {
    const { start, end, timeZone, place, link } = event;
    const found = timeZone === undefined ? [] : unknownTimeZone(timeZone, [name, 'timeZone']);
    for (const setting of ['start', 'end', 'moved'] as const) {
      const day = event[setting]?.slice(0, 10);
      if (day === undefined || isDay(day)) continue;
      found.push({ path: [name, setting], problem: `there is no ${day}`, remedy: 'write a day that exists' });
    }
    if (end <= start && [start, end].every((moment) => isDay(moment.slice(0, 10))))
      found.push({
        path: [name, 'end'],
        problem: `${end} is not after the start, ${start}`,
        remedy: 'make it later than start',
      });
    if (place === undefined && link === undefined)
      found.push({
        path: [name],
        problem: 'nobody would know where it is',
        remedy: 'add place, in each language, or link',
        without: [
          [name, 'place'],
          [name, 'link'],
        ],
        atKey: true,
      });
    return found;
  });
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** Steps that are about an event, in a sequence that is not; and steps without a moment. */
export function eventStepFindings(path: Path, step: Step, { event }: Sequence): Finding[] {
  const found: Finding[] = [];
  const { after, event: when, calendar, when: conditions } = step;
  if (after === undefined && when === undefined)
    found.push({
      path: [...path, 'after'],
      problem: 'is missing',
      remedy: 'write how long after the start it is sent, such as 7d',
      without: [[...path, 'event']],
    });
  if (after !== undefined && when !== undefined)
    found.push({
      path: [...path, 'after'],
      problem: 'it cannot be sent both after the start and around the event',
      remedy: 'leave after or event out',
      atKey: true,
    });
  if (event !== undefined) return found;
  const used = [
    ...(when === undefined ? [] : [[...path, 'event']]),
    ...(calendar ? [[...path, 'calendar']] : []),
    ...(['registered', 'attended'] as const).flatMap((name) =>
      conditions?.[name] === undefined ? [] : [[...path, 'when', name]],
    ),
  ];
  const remedy = 'add event: to the sequence, with the name of an event in events.yaml';
  const problem = 'this sequence is not about an event';
  const without = [[path[0] ?? '', 'event']];
  return [...found, ...used.map((at) => ({ path: at, problem, remedy, without, atKey: true }))];
}

/** Mails that name an event where there is none, or what their event does not have. */
export function eventsInMails(
  { sequences, newsletter, events = {} }: Pick<PlaybookContent, 'sequences' | 'newsletter' | 'events'>,
  mails: readonly WrittenMail[],
): { sequences: Finding[]; newsletter: Finding[] } {
  const variables = (mail: string): string[] => [
    ...new Set(mails.flatMap((one) => (one.name === mail ? one.variables : []))),
  ];
  const needed = (sent: Parameters<typeof mailsIn>[0]) =>
    mailsIn(sent).flatMap((mail) =>
      variables(mail).flatMap((variable) => (EVENT.includes(variable) ? { mail, variable } : [])),
    );
  const finding = (path: Path, mail: string, name: string, why: string): Finding => {
    const remedy = `leave {{ ${name} }} out of ${mail}, in each language`;
    return { path, problem: `"${mail}" says {{ ${name} }}, and ${why}`, remedy };
  };
  return {
    sequences: Object.entries(sequences).flatMap(([name, { event, steps }]) =>
      steps.flatMap((step, index) =>
        needed(step).flatMap(({ mail, variable }) => {
          const path = [name, 'steps', index, 'mail'];
          const rules = event === undefined ? undefined : events[event];
          if (event === undefined)
            return finding(path, mail, variable, 'this sequence is not about an event');
          const lacks = rules && LACKS[variable]?.(rules);
          return lacks ? finding(path, mail, variable, `"${event}" has no ${lacks}`) : [];
        }),
      ),
    ),
    newsletter: newsletter.flatMap((issue, index) =>
      needed(issue).map(({ mail, variable }) =>
        finding([index, 'mail'], mail, variable, 'an issue or one-time mail is not about an event'),
      ),
    ),
  };
}

const EVENT: readonly string[] = EVENT_VARIABLES;
const LACKS: Record<string, (event: EventRules) => string | undefined> = {
  eventPlace: ({ place }) => (place === undefined ? 'place' : undefined),
  eventLink: ({ link }) => (link === undefined ? 'link' : undefined),
};

/** Two events with one form at the same time: nobody could tell for which somebody registered. */
export function sharedForms({
  events = {},
  sequences,
  mailing,
}: Pick<PlaybookContent, 'events' | 'sequences' | 'mailing'>): Finding[] {
  if (!isTimeZone(mailing.timeZone)) return [];
  const names = Object.keys(events).filter((name) => !events[name]?.cancelled);
  return names.flatMap((name, index) => {
    const own = datedEvent(name, events, mailing);
    const before = names.slice(0, index).map((other) => datedEvent(other, events, mailing));
    const other = before.find((one) => own && one?.rules.form === own.rules.form && one.end > own.start);
    const follows = Object.values(sequences).filter(
      ({ start, event }) => 'form' in start && event !== undefined,
    );
    if (own === undefined || other === undefined || follows.length === 0) return [];
    const problem = `"${other.name}" has the same form and is not over before this one begins: the form cannot tell them apart`;
    return [
      { path: [name, 'form'], problem, remedy: 'give each its own form in forms.yaml', isWarning: true },
    ];
  });
}
