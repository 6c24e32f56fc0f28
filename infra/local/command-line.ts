import { parseArgs } from 'node:util';

export const HELP = `npm start -- [--port 4600] [--data FOLDER|memory] [--host 127.0.0.1] [--webhook URL] [--challenge]

  --port     port of the API; the demo website, the inbox, the AWS endpoint and the sign-in use the next four
  --data     a folder for the data, or "memory" to start empty each time
  --host     0.0.0.0 lets other machines connect, such as your phone
  --webhook  a URL on the internet that receives everything that happens to leads
  --challenge  browsers prove with some work that they are no robots, before the mail of a form goes at once`;

export type CommandLine =
  | { kind: 'start'; port: number; host: string; data?: string; webhook?: string; challenge?: true }
  | { kind: 'help' }
  | { kind: 'mistake'; message: string };

/** Reads the arguments of `npm start`. The message of a mistake says what would be right. */
export function readCommandLine(args: string[]): CommandLine {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '4600' },
        data: { type: 'string' },
        host: { type: 'string', default: '127.0.0.1' },
        webhook: { type: 'string' },
        challenge: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return { kind: 'help' };
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port < 1024 || port > 65_531)
      return mistake(`--port must be a number from 1024 to 65531, not ${values.port}`);
    if (values.data === '') return mistake('--data must be a folder or "memory"');
    const { host, data, webhook, challenge } = values;
    const optional = { ...(data && { data }), ...(webhook && { webhook }), ...(challenge && { challenge }) };
    return { kind: 'start', port, host, ...optional };
  } catch (error) {
    return mistake((error as Error).message.split('. ')[0] ?? '');
  }
}

function mistake(text: string): CommandLine {
  return { kind: 'mistake', message: `${text}. See npm start -- --help` };
}
