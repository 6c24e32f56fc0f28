import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pullPlaybook } from '../../../infra/playbook/pull-playbook.ts';
import { pushPlaybook } from '../../../infra/playbook/push-playbook.ts';
import { compilePlaybook } from '../../../shared/playbook/compile-playbook.ts';
import { readPlaybookFolder } from '../../../shared/playbook/files/read-folder.ts';
import { writePlaybookFolder } from '../../../shared/playbook/files/write-folder.ts';
import { parsePictureName } from '../../../shared/playbook/picture-files/picture-address.ts';
import { getPicture } from '../../../shared/store/look/pictures.ts';
import { NOW } from '../../domain/builders.ts';
import { type TestApi, testApi } from '../../functions/api/api.ts';
import { clean } from '../../playbook/pictures/example-pictures.ts';
import { SCORING, smallPlaybook } from '../../usecases/playbook/work/small-playbook.ts';
import { published } from '../../usecases/playbook.ts';

let api: TestApi;
let folder: string;
beforeEach(async () => {
  api = await testApi();
  const compiled = await compilePlaybook(smallPlaybook);
  if (compiled.ok) await published({ table: api.table, now: () => NOW }, compiled.playbook);
  folder = mkdtempSync(join(tmpdir(), 'pulled-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const withCap = (cap: number) => SCORING.replace('cap: 100', `cap: ${cap}`);
const write = (cap: number) => writeFileSync(join(folder, 'scoring.yaml'), withCap(cap));
const scoring = () => readFileSync(join(folder, 'scoring.yaml'), 'utf8');
/** The pictures of the stack, as everybody sees them. */
const read = async (path: string) => {
  const picture = parsePictureName(path.replace('/pictures/', ''));
  return picture && (await getPicture(api.table, picture.digest))?.bytes;
};
const pull = () => pullPlaybook(api.call, read, folder);
const push = (note?: string) => pushPlaybook(api.call, folder, note);
const live = async () => (await api.call('GET', '/playbook')).body;
/** Somebody publishes in the console. */
const publishElsewhere = async (cap: number) => {
  const files = { ...smallPlaybook, 'scoring.yaml': withCap(cap) };
  await api.call('POST', '/playbook/publish', { note: 'Elsewhere', files });
};
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x.test', ...args], { cwd: folder });
const commit = (subject: string) => {
  git('add', '.');
  git('commit', '-qm', subject);
};

describe('a picture in the folder', () => {
  it('is pushed with the playbook, and pulled into another folder as it is', async () => {
    await pull();
    mkdirSync(join(folder, 'pictures'));
    writeFileSync(join(folder, 'pictures/dot.gif'), clean.gif);
    await push('A picture');
    const other = mkdtempSync(join(tmpdir(), 'pulled-'));
    const said = await pullPlaybook(api.call, read, other);
    expect(said).toContain('new      pictures/dot.gif');
    expect(readFileSync(join(other, 'pictures/dot.gif'))).toEqual(clean.gif);
    expect(readPlaybookFolder(other)).toEqual(readPlaybookFolder(folder));
    rmSync(other, { recursive: true });
  });
});

describe('playbook:pull', () => {
  it('makes an empty folder what is live, and keeps which version that is', async () => {
    git('init', '-q');
    const said = await pull();
    expect(readPlaybookFolder(folder)).toEqual(smallPlaybook);
    expect(JSON.parse(readFileSync(join(folder, 'pulled.json'), 'utf8'))).toMatchObject({ version: 1 });
    expect(said).toContain('new      scoring.yaml');
    expect(said.at(-1)).toContain('version 1 now');
  });

  it('says which files it changed and removed', async () => {
    git('init', '-q');
    await pull();
    writeFileSync(join(folder, 'mails/extra.nl.md'), 'Hallo');
    commit('First');
    await publishElsewhere(90);
    const said = await pull();
    expect(said.slice(0, 2)).toEqual(['changed  scoring.yaml', 'removed  mails/extra.nl.md']);
    expect(scoring()).toBe(withCap(90));
    expect((await pull())[0]).toContain('and was it before');
  });

  it('overwrites nothing that is not committed', async () => {
    git('init', '-q');
    await pull();
    commit('First');
    write(70);
    await publishElsewhere(90);
    await expect(pull()).rejects.toThrow(/Commit or discard these files first.*\n.*scoring\.yaml/);
    expect(scoring()).toBe(withCap(70));
  });

  it('overwrites nothing that changed in a folder without git', async () => {
    await pull();
    await publishElsewhere(90);
    await pull();
    expect(scoring()).toBe(withCap(90));
    write(70);
    await expect(pull()).rejects.toThrow('not in git');
  });

  it('writes no file outside the folder', () => {
    expect(() => writePlaybookFolder(folder, { '../x.yaml': '' })).toThrow('A playbook has no file');
  });
});

describe('playbook:push', () => {
  it('publishes the folder and says what changed, with the subject of the last commit as its note', async () => {
    git('init', '-q');
    await pull();
    write(90);
    commit('Lower the cap');
    expect((await push()).slice(0, 2)).toEqual([
      'Published as version 2:',
      '  Points, highest score: 100 → 90',
    ]);
    expect(await live()).toMatchObject({ version: 2, note: 'Lower the cap', author: { by: 'key' } });
    expect(await push()).toEqual(['This is live already, as version 2.']);
  });

  it('can be repeated: the folder is based on what it pushed', async () => {
    await pull();
    write(90);
    await push('One');
    write(80);
    await push('Two');
    expect(await live()).toMatchObject({ version: 3, note: 'Two' });
  });

  it('does not take back what somebody published elsewhere', async () => {
    await pull();
    write(90);
    await publishElsewhere(80);
    await expect(push()).rejects.toThrow(/published version 2 \(“Elsewhere”\).*npm run playbook:pull/);
    expect((await live()).files['scoring.yaml']).toBe(withCap(80));
  });

  it('publishes no mistake', async () => {
    await pull();
    write(0);
    await expect(push()).rejects.toThrow(/The playbook has mistakes:\nscoring\.yaml:\d+/);
    expect((await live()).version).toBe(1);
  });
});
