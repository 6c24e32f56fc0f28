import type { Language } from '../../../../domain/language.ts';
import { settingAt } from '../../../../playbook/edit/setting-path.ts';
import { counted } from '../../../language.ts';
import type { SequencesWords } from './words/en.ts';
import { sequencesWords } from './words.ts';

/** How much time lies between a stop and the one before it. */
export type Gap = 'none' | 'day' | 'week' | 'longer';

/** A mail on the line of days. */
export interface Stop {
  /** Its place among the steps. */
  index: number;
  mail: string;
  /** In words, such as `after 7 days`. */
  when: string;
  gap: Gap;
}

const MINUTES = { d: 1_440, h: 60, m: 1 };
type Unit = keyof typeof MINUTES;
const DAY = MINUTES.d;

interface Moment {
  /** Those after the start come first, then those around the event, then those that come only if it changes. */
  group: 'start' | 'event' | 'change';
  minutes: number;
  when: string;
}

/** The steps in the order of their moments; those whose moment cannot be read are left out. */
export function stopsOf(steps: readonly unknown[], language: Language): Stop[] {
  const groups = ['start', 'event', 'change'];
  const found = steps.flatMap((step, index) => {
    const moment = momentOf(step, language);
    return moment === undefined ? [] : [{ index, mail: String(settingAt(step, ['mail']) ?? ''), ...moment }];
  });
  found.sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || a.minutes - b.minutes);
  return found.map(({ group, minutes, ...stop }, at) => {
    const before = found[at - 1];
    const isFirst = before === undefined || before.group !== group;
    return { ...stop, gap: isFirst ? 'none' : gapOf(minutes - before.minutes) };
  });
}

function gapOf(minutes: number): Gap {
  if (minutes < DAY / 2) return 'none';
  if (minutes < 5 * DAY) return 'day';
  return minutes < 15 * DAY ? 'week' : 'longer';
}

function momentOf(step: unknown, language: Language): Moment | undefined {
  const words = sequencesWords[language];
  const event = settingAt(step, ['event']);
  if (event === 'moved' || event === 'cancelled')
    return { group: 'change', minutes: 0, when: words.moments[event] };
  const [group, delay, sign] =
    event === undefined
      ? (['start', settingAt(step, ['after']), 1] as const)
      : settingAt(event, ['before']) === undefined
        ? (['event', settingAt(event, ['after']), 1] as const)
        : (['event', settingAt(event, ['before']), -1] as const);
  const [, number, unit] = /^(\d{1,3})([dhm])$/.exec(String(delay)) ?? [];
  if (number === undefined || unit === undefined) return undefined;
  const minutes = sign * Number(number) * MINUTES[unit as Unit];
  const text = counted(language, Number(number), nounOf(unit as Unit, words.delays));
  const when = group === 'start' ? words.afterStart : sign < 0 ? words.beforeEvent : words.afterEvent;
  return { group, minutes, when: group === 'start' && minutes === 0 ? words.atOnce : when(text) };
}

function nounOf(unit: Unit, { days, hours, minutes }: SequencesWords['delays']) {
  return { d: days, h: hours, m: minutes }[unit];
}
