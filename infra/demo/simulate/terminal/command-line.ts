import { parseArgs } from 'node:util';
import type { Order } from '../people/population.ts';

export const HELP = `npm run simulate -- [--leads 300] [--weeks 8] [--seed 1] [--url http://localhost:4600]

  --leads  how many people fill in a form; as many others only look around
  --weeks  how long it takes, in the twin's time
  --seed   the same seed gives the same people, who do the same things
  --url    the API of the running twin`;

export type CommandLine =
  | { kind: 'run'; url: string; order: Order }
  | { kind: 'help' }
  | { kind: 'mistake'; message: string };

const most = { leads: 10_000, weeks: 52, seed: 1_000_000 };

/** Reads the arguments of `npm run simulate`. The message of a mistake says what would be right. */
export function readCommandLine(args: string[]): CommandLine {
  try {
    const { values } = parseArgs({
      args,
      options: {
        leads: { type: 'string', default: '300' },
        weeks: { type: 'string', default: '8' },
        seed: { type: 'string', default: '1' },
        url: { type: 'string', default: 'http://localhost:4600' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return { kind: 'help' };
    for (const name of ['leads', 'weeks', 'seed'] as const) {
      const isRight =
        /^\d+$/.test(values[name]) && Number(values[name]) >= 1 && Number(values[name]) <= most[name];
      if (!isRight) return mistake(`--${name} must be a number from 1 to ${most[name]}, not ${values[name]}`);
    }
    if (!/^https?:/.test(URL.parse(values.url)?.protocol ?? ''))
      return mistake(`--url must be an address such as http://localhost:4600, not ${values.url}`);
    const order = { leads: Number(values.leads), weeks: Number(values.weeks), seed: Number(values.seed) };
    return { kind: 'run', url: values.url, order };
  } catch (error) {
    return mistake((error as Error).message.split('. ')[0] ?? '');
  }
}

function mistake(text: string): CommandLine {
  return { kind: 'mistake', message: `${text}. See npm run simulate -- --help` };
}
