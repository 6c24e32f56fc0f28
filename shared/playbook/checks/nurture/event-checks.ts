import type { Localised } from '../../../domain/language.ts';
import { mailsIn } from '../../../domain/nurture/ab-test/variants.ts';
import { datedEvent } from '../../../domain/nurture/event/event.ts';
import type { EventRules } from '../../../domain/nurture/event/event-rules.ts';
import { EVENT_VARIABLES } from '../../../domain/nurture/mail/variables.ts';
import type { Sequence, Step } from '../../../domain/nurture/sequence.ts';
import { isTimeZone } from '../../../domain/time-zone.ts';
import type { WrittenMail } from '../../mail-files/load-mails.ts';
import type { Finding, Path } from '../../mistake.ts';
import type { PlaybookContent } from '../../playbook.ts';
import { laterThan } from '../../remedies.ts';
import { unknownTimeZone } from '../value-findings.ts';

/** Events that end before they begin, on a day or in a time zone that does not exist, or that nobody can find. */
export function eventFindings(events: Record<string, EventRules>): Finding[] {
  return Object.entries(events).flatMap(([name, event]): Finding[] => {
    const { start, end, timeZone, place, link } = event;
    const found = timeZone === undefined ? [] : unknownTimeZone(timeZone, [name, 'timeZone']);
    for (const setting of ['start', 'end', 'moved'] as const) {
      const day = event[setting]?.slice(0, 10);
      if (day === undefined || isDay(day)) continue;
      const problem = { nl: `${day} bestaat niet`, en: `there is no ${day}` };
      const remedy = { nl: 'schrijf een dag die bestaat', en: 'write a day that exists' };
      found.push({ path: [name, setting], problem, remedy });
    }
    if (end <= start && [start, end].every((moment) => isDay(moment.slice(0, 10))))
      found.push({
        path: [name, 'end'],
        problem: {
          nl: `${end} is niet na het begin, ${start}`,
          en: `${end} is not after the start, ${start}`,
        },
        remedy: laterThan('start'),
      });
    if (place === undefined && link === undefined)
      found.push({
        path: [name],
        problem: { nl: 'niemand zou weten waar het is', en: 'nobody would know where it is' },
        remedy: {
          nl: 'zet place erbij, in elke taal, of link',
          en: 'add place, in each language, or link',
        },
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
      problem: { nl: 'ontbreekt', en: 'is missing' },
      remedy: {
        nl: 'schrijf hoelang na het begin hij uitgaat, zoals 7d',
        en: 'write how long after the start it is sent, such as 7d',
      },
      without: [[...path, 'event']],
    });
  if (after !== undefined && when !== undefined)
    found.push({
      path: [...path, 'after'],
      problem: {
        nl: 'hij kan niet na het begin én rond het evenement uitgaan',
        en: 'it cannot be sent both after the start and around the event',
      },
      remedy: { nl: 'laat after of event weg', en: 'leave after or event out' },
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
  const without = [[path[0] ?? '', 'event']];
  return [
    ...found,
    ...used.map((at) => ({ path: at, problem: NO_EVENT, remedy: ADD_EVENT, without, atKey: true })),
  ];
}

const NO_EVENT: Localised = {
  nl: 'deze reeks gaat niet over een evenement',
  en: 'this sequence is not about an event',
};
const ADD_EVENT: Localised = {
  nl: 'zet event: bij de reeks, met de naam van een evenement in events.yaml',
  en: 'add event: to the sequence, with the name of an event in events.yaml',
};
const NO_EVENT_OF_ISSUE: Localised = {
  nl: 'een editie of eenmalige mail gaat niet over een evenement',
  en: 'an issue or one-time mail is not about an event',
};

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
  const finding = (path: Path, mail: string, name: string, why: Localised): Finding => ({
    path,
    problem: {
      nl: `in "${mail}" staat {{ ${name} }}, en ${why.nl}`,
      en: `"${mail}" says {{ ${name} }}, and ${why.en}`,
    },
    remedy: {
      nl: `laat {{ ${name} }} weg uit ${mail}, in elke taal`,
      en: `leave {{ ${name} }} out of ${mail}, in each language`,
    },
  });
  return {
    sequences: Object.entries(sequences).flatMap(([name, { event, steps }]) =>
      steps.flatMap((step, index) =>
        needed(step).flatMap(({ mail, variable }) => {
          const path = [name, 'steps', index, 'mail'];
          const rules = event === undefined ? undefined : events[event];
          if (event === undefined) return finding(path, mail, variable, NO_EVENT);
          const lacks = rules && LACKS[variable]?.(rules);
          const why = { nl: `"${event}" heeft geen ${lacks}`, en: `"${event}" has no ${lacks}` };
          return lacks ? finding(path, mail, variable, why) : [];
        }),
      ),
    ),
    newsletter: newsletter.flatMap((issue, index) =>
      needed(issue).map(({ mail, variable }) => finding([index, 'mail'], mail, variable, NO_EVENT_OF_ISSUE)),
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
    const problem = {
      nl: `"${other.name}" heeft hetzelfde formulier en is niet voorbij voordat dit begint: het formulier kan ze niet uit elkaar houden`,
      en: `"${other.name}" has the same form and is not over before this one begins: the form cannot tell them apart`,
    };
    const remedy = {
      nl: 'geef elk een eigen formulier in forms.yaml',
      en: 'give each its own form in forms.yaml',
    };
    return [{ path: [name, 'form'], problem, remedy, isWarning: true }];
  });
}
