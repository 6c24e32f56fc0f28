import type { Rule, Scoring } from '../../domain/scoring/scoring.ts';
import { matchesPath, type SamePage } from '../../domain/tracking/same-page.ts';
import type { Finding } from '../mistake.ts';

/** Scoring rules that share a name or never count. */
export function ruleFindings({ rules, samePage }: Scoring): Finding[] {
  return rules.flatMap((rule, index) => {
    const before = rules.slice(0, index);
    const cover = before.find((other) => covers(other, rule, samePage));
    const found: Finding[] = [];
    if (before.some(({ name }) => name === rule.name)) {
      found.push({
        path: ['rules', index, 'name'],
        problem: `there is another rule "${rule.name}"`,
        remedy: 'give each rule a name of its own',
      });
    }
    if (cover !== undefined) {
      found.push({
        path: ['rules', index],
        problem: `this rule never counts, because "${cover.name}" above it matches all its events`,
        remedy: `move it above "${cover.name}"`,
      });
    }
    return found;
  });
}

/** Whether `earlier` matches every event that `rule` matches. */
function covers(earlier: Rule, rule: Rule, same: SamePage | undefined): boolean {
  switch (rule.on) {
    case 'page':
      return (
        earlier.on === 'page' && coversAll(earlier.paths, rule.paths, (a, b) => matchesPath(b, [a], same))
      );
    case 'form':
      return earlier.on === 'form' && coversAll(earlier.forms, rule.forms, (a, b) => a === b);
    case 'track':
      return earlier.on === 'track' && earlier.event === rule.event;
    case 'open':
    case 'click':
      return earlier.on === rule.on;
  }
}

/** A list that is absent means everything. */
function coversAll(
  earlier: readonly string[] | undefined,
  later: readonly string[] | undefined,
  covers: (a: string, b: string) => boolean,
): boolean {
  if (earlier === undefined) return true;
  return later?.every((b) => earlier.some((a) => covers(a, b))) ?? false;
}
