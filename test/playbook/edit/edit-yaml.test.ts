import { describe, expect, it } from 'vitest';
import { editYaml, readYaml } from '../../../shared/playbook/edit/edit-yaml.ts';
import { parts, remarksIn, shipped, without } from './shipped-texts.ts';

/** What a file shows of a change: its lines that are gone and those that are new. */
function edited(text: string, change: (value: never) => void) {
  const value = structuredClone(readYaml(text)?.value);
  change(value as never);
  const after = editYaml(text, value);
  expect(readYaml(after)?.value).toEqual(value);
  const [was, is] = [text, after].map((one) => one.split('\n'));
  return {
    after,
    gone: without(was as string[], is as string[]),
    added: without(is as string[], was as string[]),
  };
}

describe('a changed setting', () => {
  it.each(parts)('leaves %s.yaml as it is when nothing changed', (part) => {
    const text = shipped[part] as string;
    expect(editYaml(text, readYaml(text)?.value)).toBe(text);
    const windows = text.replaceAll('\n', '\r\n');
    expect(editYaml(windows, readYaml(windows)?.value)).toBe(windows);
  });

  it('changes its own line alone, and keeps the remark behind it', () => {
    const { gone, added } = edited(shipped.scoring as string, (value: { bands: Record<string, number> }) => {
      value.bands.ads = 55;
    });
    expect(gone).toEqual(['  ads: 60 # advertisements for the product']);
    expect(added).toEqual(['  ads: 55 # advertisements for the product']);
  });

  it('changes within braces', () => {
    const { gone, added } = edited(shipped.mailing as string, (value: { cap: { mails: number } }) => {
      value.cap.mails = 3;
    });
    expect([gone, added]).toEqual([['cap: { mails: 2, days: 7 }'], ['cap: { mails: 3, days: 7 }']]);
  });

  it('folds a long text again as it was', () => {
    const { gone, added } = edited(
      shipped.forms as string,
      (value: { whitepaper: { intro: { en: string } } }) => {
        value.whitepaper.intro.en = `${'A guide that is new and longer than the one before. '.repeat(4)}The end.`;
      },
    );
    expect(gone).toHaveLength(2);
    expect(added.every((line) => line.length <= 112 && line.startsWith('      '))).toBe(true);
  });

  it('puts quotes around what needs them, and keeps those there are', () => {
    expect(editYaml("a: 'one' # first\nb: two\n", { a: "it's", b: 'no: that' })).toBe(
      `a: 'it''s' # first\nb: "no: that"\n`,
    );
    expect(editYaml('a: { b: one }\n', { a: { b: 'x, y' } })).toBe('a: { b: "x, y" }\n');
  });

  it('is removed with its line, and added behind the one it follows', () => {
    const text = 'a: 1\n# about b\nb: 2 # two\nc: 3\n';
    expect(editYaml(text, { a: 1, c: 3 })).toBe('a: 1\n# about b\nc: 3\n');
    expect(editYaml(text, { a: 1, x: [1, 2], b: 2, c: 3 })).toBe(
      'a: 1\nx: [1, 2]\n# about b\nb: 2 # two\nc: 3\n',
    );
  });

  it('gets lines of its own, or loses them', () => {
    expect(editYaml('team: {} # nobody\nend: 1\n', { team: { anna: { name: 'Anna' } }, end: 1 })).toBe(
      'team: { anna: { name: Anna } } # nobody\nend: 1\n',
    );
    expect(editYaml('list:\n  - 1\n  - 2\nend: 1\n', { list: [], end: 1 })).toBe('list: []\nend: 1\n');
    expect(editYaml('a:\nb: 1\n', { a: 'x', b: 1 })).toBe('a: x\nb: 1\n');
  });

  it('is written anew where a value has a name in two places', () => {
    const text = '# first\na: &one { b: 1 }\nc: *one # second\n';
    const value = { a: { b: 1 }, c: { b: 2 } };
    const after = editYaml(text, value);
    expect(readYaml(after)?.value).toEqual(value);
    expect(after).toContain('# first');
  });

  it('keeps the line breaks of Windows', () => {
    const text = (shipped.scoring as string).replaceAll('\n', '\r\n');
    const { after } = edited(text, (value: { rules: object[] }) => {
      value.rules.push({ name: 'New', on: 'open', points: 2 });
    });
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(without(text.split('\r\n'), after.split('\r\n'))).toEqual([]);
  });

  it.each(['line\nline\n', '\n', ' a\n b\n'])(
    'can be the text %j in a file with lines that end in CRLF',
    (fresh) => {
      const { after } = edited(
        (shipped.fit as string).replaceAll('\n', '\r\n'),
        (value: { freeMail: string }) => {
          value.freeMail = fresh;
        },
      );
      expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    },
  );
});

describe('entries of a list', () => {
  type Rules = { rules: { name: string; points: number }[] };

  it('are added like their neighbours', () => {
    const { gone, added, after } = edited(shipped.scoring as string, ({ rules }: Rules) => {
      rules.push({ name: 'Careers', on: 'page', paths: ['/jobs/*'], points: 1 } as never);
    });
    expect(gone).toEqual([]);
    expect(after.endsWith('\n\n  - name: Careers\n    on: page\n    paths: [/jobs/*]\n    points: 1\n')).toBe(
      true,
    );
    expect(added.length).toBe(5);
  });

  it('are moved whole', () => {
    const { gone, added } = edited(shipped.scoring as string, ({ rules }: Rules) => {
      rules.unshift(...rules.splice(3, 1));
    });
    expect([gone, added]).toEqual([[], []]);
  });

  it('are removed with the remark above them, and no other', () => {
    const text =
      'rules:\n  # first\n  - name: a\n    x: 1\n\n  # second\n  - name: b\n    x: 2 # two\n\n  # third\n  - name: c\n    x: 3\n';
    const [a, , c] = [
      { name: 'a', x: 1 },
      { name: 'b', x: 2 },
      { name: 'c', x: 3 },
    ];
    expect(editYaml(text, { rules: [a, c] })).toBe(
      'rules:\n  # first\n  - name: a\n    x: 1\n\n  # third\n  - name: c\n    x: 3\n',
    );
    expect(editYaml(text, { rules: [c, a] })).toBe(
      'rules:\n  # third\n  - name: c\n    x: 3\n\n  # first\n  - name: a\n    x: 1\n',
    );
  });

  it('keep remarks when one gets another name and another number', () => {
    const { gone } = edited(shipped.scoring as string, ({ rules }: Rules) => {
      Object.assign(rules[1] as object, { name: 'Read', points: 4 });
    });
    expect(gone).toEqual(['  - name: Guide read', '    points: 2']);
  });

  it('stay on one line when their neighbours do', () => {
    const { gone, added } = edited(
      shipped.sequences as string,
      (value: { 'whitepaper-tips': { steps: object[] } }) => {
        value['whitepaper-tips'].steps.push({ id: 'seventh', mail: 'tip-6', after: '49d' });
      },
    );
    expect([gone, added]).toEqual([[], ['    - { id: seventh, mail: tip-6, after: 49d }']]);
  });

  it('break a line between brackets that gets too long', () => {
    const { added } = edited(shipped.fit as string, (value: { jobTitles: { good: string[] } }) => {
      value.jobTitles.good.push('groeimanager', 'marktleider');
    });
    expect(added.every((line) => line.length <= 125)).toBe(true);
    expect(added).toHaveLength(2);
  });

  it('leave an empty list, and begin one', () => {
    const { after } = edited(shipped.newsletter as string, (value: object[]) => {
      value.splice(0);
    });
    const issue = { mail: 'x', on: '2027-02-02', bands: ['ads'] };
    expect(editYaml(after, [issue])).toContain('- { mail: x, on: 2027-02-02, bands: [ads] }');
    expect(remarksIn(after)).toEqual(remarksIn(shipped.newsletter as string));
  });

  it('are removed from a group with a heading that stays', () => {
    const { gone } = edited(shipped.sequences as string, (value: Record<string, unknown>) => {
      delete value['newsletter-welcome'];
    });
    expect(gone.join('\n')).not.toContain('#');
  });
});
