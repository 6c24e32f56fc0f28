import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { changesSinceCommit } from '../../shared/playbook/changes-since-commit.ts';
import { readPlaybookFolder } from '../../shared/playbook/files/read-folder.ts';
import { toLine } from '../../shared/playbook/mistake.ts';
import { playbookFolder } from './folder.ts';
import { expectPlainDutch } from './plain-dutch.ts';

const { change, load, path } = playbookFolder();

function warnings(): string[] {
  const loaded = load();
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.mistakes));
  const changes = changesSinceCommit(path(), readPlaybookFolder(path()), loaded.content);
  expectPlainDutch(changes);
  return [...loaded.warnings, ...changes].map(toLine);
}

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x.test', ...args], {
    cwd: path(),
    stdio: 'ignore',
  });

function commit(): void {
  for (const args of [['init'], ['add', '.'], ['commit', '-m', 'x']]) git(...args);
}

describe('the shipped playbook', () => {
  it('has nothing to warn of', () => {
    expect(warnings()).toEqual([]);
  });
});

describe('a playbook can be published, and is warned of', () => {
  it.each<[string, string, string | RegExp, string, string]>([
    [
      'a misspelt page of a rule',
      'scoring.yaml',
      '[/guides/*]',
      '[/guide/*]',
      'no mail or form leads to "/guide/*", and it looks like "/guides/',
    ],
    [
      'a misspelt page of a sequence',
      'sequences.yaml',
      'visited: [/whitepaper]',
      'visited: [/witepaper]',
      '"/witepaper", and it looks like "/whitepaper"; check how the page is spelt',
    ],
    [
      'a mail that is both an issue and a step',
      'newsletter.yaml',
      'mail: newsletter-backwards',
      'mail: tip-1',
      '"tip-1" is also a mail of the sequence "whitepaper-tips", so some people would get it twice',
    ],
    [
      'tips behind a form that asks no permission',
      'forms.yaml',
      /(later: \[firstName, lastName(?:.*\n)*?) {2}permission:\n(?: {4}.*\n)+/,
      '$1',
      'the form "whitepaper" asks no permission, so its mails reach only those who gave it elsewhere',
    ],
    [
      'tips behind a form whose words do not promise them',
      'forms.yaml',
      'subjects: [tips]',
      'subjects: [newsletter]',
      'the form "whitepaper" asks no permission for tips, so its mails reach only those who gave it elsewhere; let',
    ],
  ])('%s', (_, file, before, after, words) => {
    change(file, before, after);
    expect(warnings()).toEqual([expect.stringContaining(words)]);
  });
});

describe('a change since the last commit', () => {
  it.each<[string, string, string | RegExp, string, string]>([
    [
      'that renames a sequence',
      'sequences.yaml',
      /^demo-welcome:/m,
      'demo-hello:',
      'demo-hello: this was called "demo-welcome" until now: who is in it gets no more of its mails',
    ],
    [
      'that renames a step',
      'sequences.yaml',
      'id: two-questions',
      'id: questions',
      'steps[2].id: this step was called "two-questions" until now: whoever had its mail gets it again',
    ],
    [
      'that takes the permission from a form',
      'forms.yaml',
      /(require: \[message\]\n) {2}permission:\n(?: {4}.*\n)+/,
      '$1',
      'contact: this form asked permission until now',
    ],
  ])('%s is warned of', (_, file, before, after, words) => {
    commit();
    change(file, before, after);
    expect(warnings()).toEqual([expect.stringContaining(words)]);
  });

  it('is not looked for where there is no commit', () => {
    git('init');
    change('sequences.yaml', /^demo-welcome:/m, 'demo-hello:');
    expect(warnings()).toEqual([]);
  });
});
