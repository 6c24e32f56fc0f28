import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlaybookFolder } from '../../shared/playbook/files/read-folder.ts';
import { loadPlaybook } from '../../shared/playbook/load-playbook.ts';

const files = readPlaybookFolder(join(import.meta.dirname, '../../shared/playbook'));
loadPlaybook(files);
const SCORING = files['scoring.yaml'] ?? '';
const MAIL = files['mails/tip-1.nl.md'] ?? '';

/** What the check says when a file has this text: it always answers, with a line, and soon; with the processor time in `ms`. */
function check(path: string, text: string) {
  const start = process.threadCpuUsage();
  const loaded = loadPlaybook({ ...files, [path]: text });
  const { user, system } = process.threadCpuUsage(start);
  const found = loaded.ok ? loaded.warnings : loaded.mistakes;
  for (const { file, line, problem, remedy } of found) {
    expect(file).not.toBe('');
    expect(line).toBeGreaterThanOrEqual(1);
    expect(`${problem.en}${problem.nl}${remedy.en}${remedy.nl}`).not.toMatch(/undefined|\[object|\n\s+at /);
  }
  return { ok: loaded.ok, ms: (user + system) / 1_000 };
}

/** Fifty times what a right file takes: a second, where that takes a fiftieth. */
const right = [1, 2, 3, 4, 5].map((n) => check('scoring.yaml', `${SCORING}\n# ${n}`).ms);
const MOST = 50 * (right.sort((a, b) => a - b)[2] ?? 0);

const names = 'abcdefghij'.split('');
const laughs = names
  .map(
    (name, at) =>
      `${name}: &${name} [${Array(9)
        .fill(at === 0 ? 'x' : `*${names[at - 1]}`)
        .join(',')}]`,
  )
  .join('\n');

const lines = (count: number, line: (n: number) => string) =>
  `\n${Array.from({ length: count }, (_, n) => line(n)).join('\n')}\n`;

describe('the check of a file answers, whatever is in it', () => {
  it.each([
    ['UTF-16', 'scoring.yaml', Buffer.from(SCORING, 'utf16le').toString(), false],
    ['UTF-16 with its mark', 'scoring.yaml', Buffer.from(`\ufeff${SCORING}`, 'utf16le').toString(), false],
    ['latin-1', 'forms.yaml', Buffer.from(files['forms.yaml'] ?? '', 'latin1').toString(), false],
    ['a mark of UTF-8', 'scoring.yaml', `\ufeff${SCORING}`, true],
    ['the line ends of Windows', 'scoring.yaml', SCORING.replaceAll('\n', '\r\n'), true],
    ['the line ends of old Macs', 'scoring.yaml', SCORING.replaceAll('\n', '\r'), true],
    ['the line ends of old Macs in a mail', 'mails/tip-1.nl.md', MAIL.replaceAll('\n', '\r'), true],
    ['tabs', 'scoring.yaml', SCORING.replaceAll('  ', '\t'), false],
    ['a line of a megabyte', 'scoring.yaml', `${SCORING}\n# ${'x'.repeat(1_000_000)}`, false],
    ['a mail of a megabyte', 'mails/tip-1.nl.md', MAIL + 'x'.repeat(1_000_000), false],
    ['a thousand braces', 'mails/tip-1.nl.md', MAIL + '{{ '.repeat(1_000), false],
    ['deep brackets', 'scoring.yaml', '['.repeat(5_000), false],
    ['names inside names', 'scoring.yaml', '? '.repeat(1_000), false],
    ['a list for a name', 'scoring.yaml', `${SCORING}\n? [cap]\n: 1\n? [cap]\n: 1\n`, false],
    ['deep groups', 'scoring.yaml', names.map((_, at) => `${' '.repeat(at)}a:`).join('\n'), false],
    ['a billion laughs', 'scoring.yaml', laughs, false],
    ['a value that holds itself', 'scoring.yaml', 'a: &a [*a]', false],
    ['a huge number', 'scoring.yaml', SCORING.replace(/cap: \d+/, 'cap: 1e999'), false],
    ['a NUL', 'scoring.yaml', `${SCORING}\0`, false],
    ['__proto__', 'forms.yaml', `${files['forms.yaml']}\n__proto__: { a: 1 }\n`, false],
    ['a merge', 'scoring.yaml', `${SCORING}\n<<: { cap: 3 }\n`, false],
    ['everything twice', 'scoring.yaml', SCORING + SCORING, false],
    ['colons without spaces', 'scoring.yaml', `${SCORING}\n${'a:b\n'.repeat(1_000)}`, false],
    ['settings that do not exist', 'scoring.yaml', SCORING + lines(3_000, (n) => `unknown${n}: 1`), false],
    [
      'rules without points',
      'scoring.yaml',
      SCORING.replace('rules:', `rules:${lines(1_000, (n) => `  - name: Rule ${n}`)}`),
      false,
    ],
    [
      'names of values',
      'scoring.yaml',
      SCORING + lines(3_000, (n) => `x${n}: &a${n} 1\ny${n}: *a${n}`),
      false,
    ],
    ['a name three thousand times', 'scoring.yaml', SCORING + lines(3_000, () => 'cap: 1'), false],
    ['nothing', 'sales.yaml', '', false],
    ['an emoji for a name', 'sales.yaml', '🦊: 1', false],
  ])('%s', (_, path, text, isRight) => {
    const { ok, ms } = check(path, text);
    expect(ok).toBe(isRight);
    expect(ms).toBeLessThan(MOST);
  });

  it('random edits and cuts', () => {
    const odd = fc.constantFrom(
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      ':',
      '#',
      '- ',
      '\n',
      '\t',
      '&a',
      '*a',
      '{{',
      '%}',
      '\0',
      '🦊',
      '`',
    );
    const paths = fc.constantFrom(...Object.keys(files));
    fc.assert(
      fc.property(
        paths,
        fc.double({ min: 0, max: 1, noNaN: true }),
        odd,
        fc.nat(40),
        (path, where, piece, cut) => {
          const text = files[path] ?? '';
          const at = Math.floor(where * text.length);
          expect(check(path, text.slice(0, at) + piece + text.slice(at + cut)).ms).toBeLessThan(MOST);
          expect(check(path, text.slice(0, at)).ms).toBeLessThan(MOST);
        },
      ),
      { seed: 11, numRuns: 40 },
    );
  });
});
