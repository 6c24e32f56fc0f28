import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { capabilities } from '../../infra/functions.ts';
import { environments } from '../../shared/contract/environment.ts';
import { DUE_SHARDS } from '../../shared/contract/table.ts';
import { jobKinds } from '../../shared/domain/jobs/job-kinds.ts';
import { generated, textOf } from './generated.ts';
import { doers } from './jobs.ts';
import { strangers } from './map.ts';

const documents = globSync(['*.md', '{functions,infra,shared,test}/**/*.md']);

describe('the map of the code', () => {
  it('has a paragraph for each capability, and for nothing else', () => {
    const headings = [...textOf('shared/README.md').matchAll(/^## (.+)$/gm)].map(([, name]) => name);
    expect(headings).toEqual([...capabilities]);
  });

  it('names every folder on the floors', () => {
    expect(strangers()).toEqual([]);
  });
});

describe('the list of decisions', () => {
  it('has every decision', () => {
    const files = globSync('infra/decisions/*.md').map((file) => basename(file));
    const listed = [...textOf('infra/decisions/README.md').matchAll(/\]\(([^)]+)\)/g)].map(
      ([, file]) => file,
    );
    expect(listed.toSorted()).toEqual(files.filter((file) => file !== 'README.md').toSorted());
  });
});

describe.each(Object.keys(jobKinds))('the kind of job %s', (kind) => {
  it('is done by one function, in its own shards', () => {
    expect(doers().get(kind)).toEqual([expect.toBeOneOf(Object.keys(DUE_SHARDS))]);
  });
});

describe.each(Object.keys(environments))('the function %s', (name) => {
  it.each(['handler.ts', 'README.md'])('has its %s', (file) => {
    expect(existsSync(`functions/${name}/${file}`), `functions/${name}/${file}`).toBe(true);
  });
});

describe.each(generated)('the generated text of $path', ({ path, text }) => {
  it('is what the code says; `npm run docs` writes it', async () => {
    expect(textOf(path)).toBe(await text());
  });
});

describe.each(documents.filter((path) => !path.startsWith('shared/playbook/mails/')))('%s', (path) => {
  it('links to nothing that is not there', () => {
    // What stands between backticks is an example.
    const links = [
      ...textOf(path)
        .replaceAll(/`[^`\n]*`/g, '')
        .matchAll(/\]\(([^)\s#]+)(#[^)]*)?\)/g),
    ].map(([, target]) => target ?? '');
    const local = links.filter((target) => !/^[a-z]+:|[{…]/.test(target));
    expect(local.filter((target) => !existsSync(join(dirname(path), target)))).toEqual([]);
  });

  it('names no port that the twin does not open', () => {
    const ports = [...textOf(path).matchAll(/localhost:(\d+)/g)].map(([, port]) => Number(port));
    expect(ports.filter((port) => port < 4600 || port > 4603)).toEqual([]);
  });

  it('links to no heading that is not there', () => {
    const links = [...textOf(path).matchAll(/\]\(([^)\s#:]*\.md)?#([^)\s]+)\)/g)];
    const missing = links.filter(([, file, anchor = '']) => {
      const target = file === undefined ? path : join(dirname(path), file);
      const headings = [...textOf(target).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
      return !headings.some((heading) => anchor === anchorOf(heading));
    });
    expect(missing.map(([link]) => link)).toEqual([]);
  });

  it('names no file of the repository that is not there', () => {
    const named = [...textOf(path).matchAll(/`((?:infra|shared|functions|test)\/[\w./-]+)`/g)];
    const paths = named.map(([, file]) => file ?? '').filter((file) => !file.includes('NAME'));
    expect(paths.filter((file) => !existsSync(file))).toEqual([]);
  });
});

/** As GitHub makes them. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
}
