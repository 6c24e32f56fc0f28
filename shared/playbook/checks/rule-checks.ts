import { isSpecial } from '../../domain/scoring/rule-facts.ts';
import type { Rule, Scoring } from '../../domain/scoring/scoring.ts';
import { matchesPath, type SamePage } from '../../domain/tracking/same-page.ts';
import type { Finding, Path } from '../mistake.ts';

/** Scoring rules that share a name or never count. */
export function ruleFindings({ rules, samePage }: Pick<Scoring, 'rules' | 'samePage'>): Finding[] {
  return rules.flatMap((rule, index) => {
    const before = rules.slice(0, index);
    const cover = before.find((other) => covers(other, rule, samePage));
    const found: Finding[] = [];
    if (before.some(({ name }) => name === rule.name)) {
      found.push({
        path: ['rules', index, 'name'],
        problem: {
          nl: `er is nog een regel "${rule.name}"`,
          en: `there is another rule "${rule.name}"`,
        },
        remedy: { nl: 'geef elke regel een eigen naam', en: 'give each rule a name of its own' },
      });
    }
    if (cover !== undefined) {
      found.push({
        path: ['rules', index],
        problem: {
          nl: `deze regel telt nooit, want "${cover.name}" erboven krijgt alles waar hij over gaat`,
          en: `this rule never counts, because "${cover.name}" above it matches all its events`,
        },
        remedy: { nl: `zet hem boven "${cover.name}"`, en: `move it above "${cover.name}"` },
      });
    }
    return found;
  });
}

/** Rules that count both times and days, or more days than there are. */
export function timesFindings({ rules, windowDays }: Pick<Scoring, 'rules' | 'windowDays'>): Finding[] {
  return rules.flatMap((rule, index) => daysFindings(rule, ['rules', index, 'onDays'], windowDays));
}

function daysFindings(rule: Rule, path: Path, windowDays: number): Finding[] {
  if (!('onDays' in rule) || rule.onDays === undefined) return [];
  if (rule.atLeast !== undefined) {
    const problem = {
      nl: 'een regel telt keren of dagen, en deze zegt allebei',
      en: 'a rule counts times or days, and this one says both',
    };
    const remedy = {
      nl: 'laat atLeast of onDays weg, of maak twee regels',
      en: 'leave out atLeast or onDays, or make two rules',
    };
    return [{ path, problem, remedy }];
  }
  const most = windowDays + 1;
  if (rule.onDays <= most) return [];
  const problem = {
    nl: `${rule.onDays} dagen tellen nooit samen, want punten vervallen na ${windowDays}`,
    en: `${rule.onDays} days never count together, as points expire after ${windowDays}`,
  };
  const remedy = {
    nl: `maak er hoogstens ${most} van, of windowDays meer`,
    en: `make it at most ${most}, or windowDays more`,
  };
  return [{ path, problem, remedy }];
}

/** Whether `earlier` matches every event that `rule` matches. A special rule counts besides all others. */
function covers(earlier: Rule, rule: Rule, same: SamePage | undefined): boolean {
  if (isSpecial(earlier) || isSpecial(rule)) return false;
  switch (rule.on) {
    case 'page':
      return (
        earlier.on === 'page' && coversAll(earlier.paths, rule.paths, (a, b) => matchesPath(b, [a], same))
      );
    case 'form':
      return earlier.on === 'form' && coversAll(earlier.forms, rule.forms, (a, b) => a === b);
    case 'track':
      return earlier.on === 'track' && earlier.event === rule.event;
    case 'fit':
      return earlier.on === 'fit' && earlier.is === rule.is && coversReasons(earlier.because, rule.because);
    case 'open':
    case 'click':
    case 'unsubscribe':
      return earlier.on === rule.on;
  }
}

/** The fit as a whole is bad for any reason, and good or unknown for no single one. */
function coversReasons(
  earlier: readonly string[] | undefined,
  later: readonly string[] | undefined,
): boolean {
  return later === undefined
    ? earlier === undefined
    : earlier !== undefined && later.every((one) => earlier.includes(one));
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
