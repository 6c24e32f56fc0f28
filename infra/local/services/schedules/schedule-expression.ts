import { Cron } from 'croner';

const MINUTE = 60_000;
const units: Record<string, number> = { minute: MINUTE, hour: 60 * MINUTE, day: 24 * 60 * MINUTE };

/** When a schedule fires next after the given time (ms since 1970); undefined if never. */
export type Next = (after: number) => number | undefined;

/**
 * Reads `rate(…)`, `cron(…)` or `at(…)`.
 * Source: https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 * @throws Error when it is none of them.
 */
export function scheduleExpression(expression: string, timezone = 'UTC'): Next {
  const [, kind, content = ''] = /^(rate|cron|at)\((.+)\)$/.exec(expression.trim()) ?? [];
  switch (kind) {
    case 'rate':
      return rate(content);
    case 'cron':
      return pattern(cronerPattern(content), timezone);
    case 'at':
      return pattern(content.trim(), timezone);
    default:
      throw new Error(`${expression} is no schedule expression`);
  }
}

function rate(content: string): Next {
  const [, count, unit = ''] = /^(\d+) (minute|hour|day)s?$/.exec(content.trim()) ?? [];
  const period = Number(count) * (units[unit] ?? 0);
  if (!period) throw new Error(`rate(${content}) is no schedule expression`);
  return (after) => after + period;
}

function pattern(content: string, timezone: string): Next {
  const cron = new Cron(content, { timezone, paused: true, sloppyRanges: true });
  return (after) => cron.nextRun(new Date(after))?.getTime();
}

/** AWS has no seconds, a year at the end, and weekdays that count from 1 for Sunday. */
function cronerPattern(content: string): string {
  const fields = content.trim().split(/\s+/);
  if (fields.length !== 6) throw new Error(`cron(${content}) is no schedule expression: it needs six fields`);
  const [minutes, hours, day, month, weekday = '?', year] = fields.map((field) =>
    field === '?' ? '*' : field,
  );
  const fromZero = weekday.replace(/(?<![#\d])\d/g, (number) => String(Number(number) - 1));
  return `0 ${minutes} ${hours} ${day} ${month} ${fromZero} ${year}`;
}
