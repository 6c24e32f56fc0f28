import { describe, expect, it } from 'vitest';
import { linksOf } from '../../../../infra/demo/simulate/mail/mail-links.ts';
import { readCommandLine } from '../../../../infra/demo/simulate/terminal/command-line.ts';
import { openProgress } from '../../../../infra/demo/simulate/terminal/progress.ts';
import { table } from '../../../../infra/demo/simulate/terminal/table.ts';
import { connect } from '../../../../infra/demo/simulate/twin-client.ts';

describe('the command line of a simulation', () => {
  it('needs no arguments', () => {
    const order = { leads: 300, weeks: 8, seed: 1 };
    expect(readCommandLine([])).toEqual({ kind: 'run', url: 'http://localhost:4600', order });
  });

  it.each([
    [['--leads', 'many'], '--leads must be a number from 1 to 10000, not many'],
    [['--weeks', '0'], '--weeks must be a number from 1 to 52, not 0'],
    [['--url', 'here'], '--url must be an address such as http://localhost:4600, not here'],
    [['--speed', '2'], "Unknown option '--speed'"],
  ])('says what is wrong with %j', (given, message) => {
    expect(readCommandLine(given)).toEqual({
      kind: 'mistake',
      message: `${message}. See npm run simulate -- --help`,
    });
  });

  it('says how to start a twin when none runs', async () => {
    await expect(connect('http://localhost:1')).rejects.toThrow('npm start');
  });
});

describe('progress', () => {
  const shownOn = (isTTY: boolean) => {
    const written: string[] = [];
    const progress = openProgress({ isTTY, write: (text) => written.push(text) });
    for (let done = 0; done <= 100; done++) progress.show(done, 100, `day ${done}`);
    return written;
  };

  it('is a bar that grows in place on a terminal', () => {
    const written = shownOn(true);
    expect(written[50]).toBe(`\r\u001b[2K${'█'.repeat(15)}${'░'.repeat(15)} day 50`);
    expect(written.at(-1)).toBe('\n');
  });

  it('is a line for each tenth elsewhere', () => {
    expect(shownOn(false)).toHaveLength(11);
    expect(shownOn(false)[5]).toBe('50 % · day 50\n');
  });
});

describe('a table', () => {
  it('aligns its numbers', () => {
    expect(
      table(
        ['kind', 'people'],
        [
          ['reader', 120],
          ['fan', 7],
        ],
      ),
    ).toBe(['kind    people', 'reader     120', 'fan          7'].join('\n'));
  });
});

describe('a mail', () => {
  it('is parsed for its links', () => {
    const html = `<img src="http://api/o/m.gif"><a href="http://api/c/m/0">Read</a>
      <a href="http://api/confirm/m?a=1&amp;b=2">Confirm</a><a href="http://api/c/m/0">Again</a>`;
    expect(linksOf({ html, headers: { 'list-unsubscribe': '<http://api/unsubscribe/m>' } })).toEqual({
      pixel: 'http://api/o/m.gif',
      tracked: ['http://api/c/m/0'],
      all: ['http://api/c/m/0', 'http://api/confirm/m?a=1&b=2'],
      confirm: 'http://api/confirm/m?a=1&b=2',
      unsubscribe: 'http://api/unsubscribe/m',
    });
  });
});
