import { execFileSync } from 'node:child_process';

/** What git says about a folder; undefined where there is no git, or no repository. */
function git(folder: string, ...args: string[]): string | undefined {
  try {
    return execFileSync('git', args, {
      ...({ cwd: folder, encoding: 'utf8' } as const),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return undefined;
  }
}

/** The files of a playbook that are not committed as they are; undefined where there is no git. */
export function uncommitted(folder: string): string[] | undefined {
  const lines = git(
    folder,
    'status',
    '--porcelain',
    '--untracked-files=all',
    '--',
    '*.yaml',
    'mails',
    'pictures',
  );
  return lines
    ?.split('\n')
    .filter(Boolean)
    .map((line) => line.slice(3));
}

/** The subject of the last commit that changed the folder; empty where there is none. */
export function lastSubject(folder: string): string {
  return git(folder, 'log', '-1', '--format=%s', '--', '.')?.trim() ?? '';
}
