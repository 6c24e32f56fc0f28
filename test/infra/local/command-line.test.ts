import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../../infra/local/command-line.ts';

describe('the command line of npm start', () => {
  it('needs no arguments', () => {
    expect(readCommandLine([])).toEqual({ kind: 'start', port: 4600, host: '127.0.0.1' });
  });

  it('accepts a port, a folder and a host', () => {
    const args = ['--port', '5000', '--data', 'memory', '--host', '0.0.0.0'];
    expect(readCommandLine(args)).toEqual({ kind: 'start', port: 5000, data: 'memory', host: '0.0.0.0' });
  });

  it('accepts a URL for webhooks', () => {
    const webhook = 'https://crm.example.com/';
    expect(readCommandLine(['--webhook', webhook])).toMatchObject({ kind: 'start', webhook });
  });

  it('accepts challenges', () => {
    expect(readCommandLine(['--challenge'])).toMatchObject({ kind: 'start', challenge: true });
  });

  it.each([
    [['--port', 'x'], '--port must be a number from 1024 to 65531, not x'],
    [['--port', '70000'], '--port must be a number'],
    [['--data', ''], '--data must be'],
    [['--prot', '1'], "'--prot'"],
    [['5000'], '5000'],
  ])('says in one line what is wrong with %j', (args, message) => {
    const command = readCommandLine(args);
    expect(command).toMatchObject({ kind: 'mistake', message: expect.stringContaining(message) });
    expect(command.kind === 'mistake' && command.message).not.toContain('\n');
  });
});
