import type { Form } from '../../forms/form.ts';
import type { AnyEvent, Props } from '../../tracking/event.ts';
import { pathOf } from '../../tracking/page-url.ts';
import type { Act } from './act.ts';

type Forms = Readonly<Record<string, Form>>;

/** The acts that events tell of, in order of time. What bots and spammers did is left out. */
export function actsOf(events: readonly AnyEvent[], forms: Forms): Act[] {
  const acts = new Map<string, Act>();
  for (const event of [...events].sort(byTime)) {
    const act = actOf(event, forms);
    if (act === undefined) continue;
    const key = keyOf(act);
    acts.set(key, together(acts.get(key), act));
  }
  return [...acts.values()].sort(byTime);
}

/** The act that one event tells of; undefined when no person did it or it says nothing. */
export function actOf(event: AnyEvent, forms: Forms): Act | undefined {
  if (('bot' in event && event.bot) || ('spam' in event && event.spam)) return undefined;
  const done = { at: event.at, times: 1 };
  switch (event.type) {
    case 'form': {
      const title = forms[event.form]?.title;
      return { kind: 'asked', ...done, form: event.form, ...(title && { title }) };
    }
    case 'page': {
      const title = event.title ?? event.name;
      const path = event.url && pathOf(event.url);
      return path ? { kind: 'read', ...done, path, ...(title && { title }) } : undefined;
    }
    case 'track':
      return { kind: 'did', ...done, name: event.name, details: detailsOf(event.props) };
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

function keyOf(act: Act): string {
  switch (act.kind) {
    case 'asked':
      return `asked ${act.form}`;
    case 'read':
      return `read ${act.path}`;
    case 'mailed':
      return `mailed ${act.mail}`;
    case 'did':
      return `did ${act.name} ${act.details.join(' ')}`;
  }
}

/** Two acts that tell of the same thing, the later one second, as one. */
function together(before: Act | undefined, act: Act): Act {
  if (before === undefined) return act;
  const times = before.times + act.times;
  if (before.kind === 'mailed' && act.kind === 'mailed') {
    const opened = before.opened || act.opened;
    return { ...act, times, opened, clicks: before.clicks + act.clicks };
  }
  return { ...before, ...act, times } as Act;
}

function detailsOf(props: Props | undefined): string[] {
  return Object.entries(props ?? {}).map(([name, value]) => `${name}: ${value}`);
}

function byTime(a: { at: string }, b: { at: string }): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}
