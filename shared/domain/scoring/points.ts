import type { AnyEvent } from '../tracking/event.ts';
import { pathOf } from '../tracking/page-url.ts';
import { matchesPath } from '../tracking/path-pattern.ts';
import type { Rule, Scoring } from './scoring.ts';

/** What an event is worth, and what it counts once for. */
export interface EarnedPoints {
  rule: string;
  points: number;
  /** Events with the same key count once: `day` once a UTC day, `window` once as long as points last. */
  key: string;
  once: 'day' | 'window';
}

/** What an event earns by the first rule that fits it; undefined when it earns nothing. */
export function pointsOf(event: AnyEvent, scoring: Scoring): EarnedPoints | undefined {
  if (('bot' in event && event.bot) || ('spam' in event && event.spam)) return undefined;
  for (const rule of scoring.rules) {
    const key = keyOf(event, rule);
    if (key !== undefined) {
      return { rule: rule.name, points: rule.points, key, once: countsDaily(event) ? 'day' : 'window' };
    }
  }
  return undefined;
}

function countsDaily(event: AnyEvent): boolean {
  return event.type === 'page' || event.type === 'form';
}

/** What an event that fits the rule counts once for; undefined when it does not fit. */
function keyOf(event: AnyEvent, rule: Rule): string | undefined {
  switch (rule.on) {
    case 'page':
      if (event.type !== 'page' || event.url === undefined) return undefined;
      return fits(rule.paths, event.url) ? `page ${withoutScheme(event.url)}` : undefined;
    case 'form':
      if (event.type !== 'form') return undefined;
      return rule.forms === undefined || rule.forms.includes(event.form) ? `form ${event.form}` : undefined;
    case 'open':
    case 'click':
      return event.type === rule.on ? `${event.type} ${event.id}` : undefined;
    case 'track':
      if (event.type !== 'track' || event.name !== rule.event) return undefined;
      if (rule.oncePer === undefined) return `track ${event.id}`;
      return `track ${event.name} ${event.props?.[rule.oncePer] ?? ''}`;
  }
}

function fits(paths: readonly string[] | undefined, url: string): boolean {
  return paths === undefined || matchesPath(pathOf(url), paths);
}

/** http and https, with and without `www.`, are one page to the person who looks at it. */
function withoutScheme(url: string): string {
  return url.slice(url.indexOf('//') + 2).replace(/^www\./, '');
}
