import type { Form } from '../../forms/form.ts';
import type { AnyEvent } from '../../tracking/event.ts';
import { pathOf } from '../../tracking/page-url.ts';
import { pageNameOf, type SamePage } from '../../tracking/same-page.ts';
import type { Activity } from './activity.ts';

type Forms = Readonly<Record<string, Form>>;

/** The activities in events, in order of time, without bots and spam. */
export function activitiesOf(
  events: readonly AnyEvent[],
  forms: Forms,
  samePage: SamePage | undefined,
): Activity[] {
  const activities = new Map<string, Activity>();
  for (const event of [...events].sort(byTime)) {
    const activity = activityOf(event, forms);
    if (activity === undefined) continue;
    const key = keyOf(activity, samePage);
    activities.set(key, merged(activities.get(key), activity));
  }
  return [...activities.values()].sort(byTime);
}

/** The activity of one event; undefined when no person did it or it tells sales nothing. */
export function activityOf(event: AnyEvent, forms: Forms): Activity | undefined {
  if (('bot' in event && event.bot) || ('spam' in event && event.spam)) return undefined;
  const done = { at: event.at, times: 1 };
  switch (event.type) {
    case 'form': {
      const title = forms[event.form]?.title;
      const unproven = event.unproven === true && { unproven: true as const };
      return { kind: 'asked', ...done, form: event.form, ...(title && { title }), ...unproven };
    }
    case 'page': {
      const title = event.title ?? event.name;
      const path = event.url && pathOf(event.url);
      return path ? { kind: 'read', ...done, path, ...(title && { title }) } : undefined;
    }
    case 'stay': {
      // It tells more of a view that is told already.
      const path = event.url && pathOf(event.url);
      return path ? { kind: 'read', at: event.at, times: 0, path, seconds: event.seconds } : undefined;
    }
    case 'track': {
      const details = Object.entries(event.props ?? {}).map(([name, value]) => `${name}: ${value}`);
      return { kind: 'did', ...done, name: event.name, details };
    }
    case 'import':
      return event.interest === undefined
        ? undefined
        : { kind: 'did', ...done, name: event.interest, details: [event.source] };
    case 'open':
    case 'click': {
      const clicks = event.type === 'click' ? 1 : 0;
      return { kind: 'mailed', ...done, mail: event.mail, opened: clicks === 0, clicks };
    }
    case 'mail-consent':
    case 'delivery':
    case 'bounce':
    case 'complaint':
    case 'reject':
      return undefined;
  }
}

function keyOf(activity: Activity, samePage: SamePage | undefined): string {
  switch (activity.kind) {
    case 'asked':
      return `asked ${activity.form}`;
    case 'read':
      return `read ${pageNameOf(activity.path, samePage)}`;
    case 'mailed':
      return `mailed ${activity.mail}`;
    case 'did':
      return `did ${activity.name} ${activity.details.join(' ')}`;
  }
}

/** Two activities with the same key as one; `activity` is the later one. */
function merged(before: Activity | undefined, activity: Activity): Activity {
  if (before === undefined) return activity;
  const times = before.times + activity.times;
  if (before.kind === 'mailed' && activity.kind === 'mailed') {
    const opened = before.opened || activity.opened;
    return { ...activity, times, opened, clicks: before.clicks + activity.clicks };
  }
  if (before.kind === 'read' && activity.kind === 'read') {
    const seconds = Math.max(before.seconds ?? 0, activity.seconds ?? 0);
    return { ...before, ...activity, times, ...(seconds > 0 && { seconds }) };
  }
  return { ...before, ...activity, times } as Activity;
}

/** Sorts by time, the earliest first. */
export function byTime(a: { at: string }, b: { at: string }): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}
