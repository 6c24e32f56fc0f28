import type { AnyEvent, TrackedEvent } from '../tracking/event.ts';
import { matchesPath, pageNameOf, type SamePage } from '../tracking/same-page.ts';
import type { Rule, Scoring } from './scoring.ts';

/** What an event earns, and the key under which it counts once. */
export interface EarnedPoints {
  rule: string;
  points: number;
  /** Events with the same key count once: per UTC day, or in the whole window. */
  key: string;
  once: 'day' | 'window';
}

/** The points an event earns by the first rule that matches; undefined when none does. */
export function pointsOf(event: AnyEvent, scoring: Scoring): EarnedPoints | undefined {
  if ('bot' in event || 'spam' in event) return undefined;
  const isDaily = event.type === 'page' || event.type === 'form';
  for (const rule of scoring.rules) {
    const key = keyOf(event, rule, scoring.samePage);
    if (key !== undefined) {
      return { rule: rule.name, points: rule.points, key, once: isDaily ? 'day' : 'window' };
    }
  }
  return undefined;
}

/** The key under which an event counts once by this rule; undefined when the rule does not match. */
function keyOf(event: AnyEvent, rule: Rule, same: SamePage | undefined): string | undefined {
  switch (rule.on) {
    case 'page':
      if (event.type !== 'page' || event.url === undefined) return undefined;
      return fits(rule.paths, event.url, same) ? `page ${pageNameOf(event.url, same)}` : undefined;
    case 'form':
      if (event.type !== 'form') return undefined;
      return rule.forms === undefined || rule.forms.includes(event.form) ? `form ${event.form}` : undefined;
    case 'open':
    case 'click':
      return event.type === rule.on ? `${event.type} ${event.id}` : undefined;
    case 'track':
      if (event.type !== 'track' || event.name !== rule.event) return undefined;
      if (rule.oncePer === undefined) return `track ${event.id}`;
      return `track ${event.name} ${propOf(event, rule.oncePer)}`;
  }
}

function propOf({ props = {} }: TrackedEvent, name: string): string {
  return Object.hasOwn(props, name) ? String(props[name]) : '';
}

function fits(paths: readonly string[] | undefined, url: string, same: SamePage | undefined): boolean {
  return paths === undefined || matchesPath(url, paths, same);
}
