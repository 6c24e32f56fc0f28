import { parseArgs } from 'node:util';

export const HELP = `npm start -- [--port 4600] [--data FOLDER|memory] [--host 127.0.0.1] [--webhook URL]

  --port     port of the API; the demo website, the inbox and the AWS endpoint are on the next three
  --data     where everything is kept: a folder, or "memory" to start afresh each time
  --host     0.0.0.0 lets other machines in, for instance your phone
  --webhook  an address on the internet that is told of all that happens to leads`;

/** What the command line asks for. */
export type CommandLine =
  | { kind: 'start'; port: number; host: string; data?: string; webhook?: string }
  | { kind: 'help' }
  | { kind: 'mistake'; message: string };

/** Reads the arguments of `npm start`. A mistake is told in one line that says what would be right. */
export function readCommandLine(given: string[]): CommandLine {
  try {
    const { values } = parseArgs({
      args: given,
      options: {
        port: { type: 'string', default: '4600' },
        data: { type: 'string' },
        host: { type: 'string', default: '127.0.0.1' },
        webhook: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return { kind: 'help' };
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port < 1024 || port > 65_532)
      return mistake(`--port must be a number from 1024 to 65532, not ${values.port}`);
    if (values.data === '') return mistake('--data must be a folder or "memory"');
    const { host, data, webhook } = values;
    return { kind: 'start', port, host, ...(data && { data }), ...(webhook && { webhook }) };
  } catch (error) {
    return mistake((error as Error).message.split('. ')[0] ?? '');
  }
}

function mistake(text: string): CommandLine {
  return { kind: 'mistake', message: `${text}. See npm start -- --help` };
}
