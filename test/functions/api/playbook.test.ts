import { beforeEach, describe, expect, it } from 'vitest';
import { compilePlaybook } from '../../../shared/playbook/compile-playbook.ts';
import { logPage } from '../../../shared/store/console/log.ts';
import { NOW } from '../../domain/builders.ts';
import { tellTale } from '../../playbook/pictures/example-pictures.ts';
import { smallPlaybook } from '../../usecases/playbook/work/small-playbook.ts';
import { compiled, playbook, published } from '../../usecases/playbook.ts';
import { type TestApi, testApi } from './api.ts';

const { version: _, ...content } = playbook;
const first = compiled(content);
const FIT = '/playbook/draft/fit.yaml';

let api: TestApi;
beforeEach(async () => {
  api = await testApi();
  await published({ table: api.table, now: () => NOW }, first);
});

const etagOf = async (path: string) => (await api.call('GET', path)).headers.get('etag') ?? '';
const put = async (path: string, text: string, etag?: string) =>
  api.call('PUT', path, text, { 'if-match': etag ?? (await etagOf(path)) });

describe('the playbook', () => {
  it('is read with its files, and with what is different in the draft', async () => {
    await put(FIT, '{}');
    const { status, body } = await api.call('GET', '/playbook');
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 1, author: { by: 'deployment' }, changes: [], files: first.files });
    const by = { by: 'key', name: expect.stringMatching(/^company.ts /) };
    expect(body.draft).toMatchObject([{ file: 'fit.yaml', state: 'changed', by, at: NOW }]);
  });

  it('is 404 before one is published', async () => {
    expect((await (await testApi()).call('GET', '/playbook')).status).toBe(404);
  });

  it('has versions, with what changed in words', async () => {
    const changed = { ...content, scoring: { ...content.scoring, cap: 90 } };
    await published({ table: api.table, now: () => NOW }, compiled(changed));
    const { body } = await api.call('GET', '/playbook/versions');
    expect(body).toMatchObject({ live: 2, next: null });
    expect(body.versions[0]).toMatchObject({ version: 2, changes: ['Points, highest score: 100 → 90'] });
    const one = await api.call('GET', '/playbook/versions/1');
    expect(one.body).toMatchObject({ version: 1, files: first.files });
    expect((await api.call('GET', '/playbook/versions/9')).status).toBe(404);
    expect((await api.call('GET', '/playbook/versions/x')).status).toBe(404);
    expect((await api.call('GET', '/playbook/versions?before=0')).status).toBe(400);
  });
});

describe('a file of the draft', () => {
  it('is read as it is, with its ETag', async () => {
    const { type, body, headers } = await api.call('GET', FIT);
    expect(type).toContain('text/plain');
    expect(body).toBe(first.files['fit.yaml']);
    expect(headers.get('etag')).toMatch(/^"[\w-]{43}"$/);
    expect((await api.call('GET', '/playbook/draft/mails/none.nl.md')).status).toBe(404);
  });

  it('is saved over the text that was read, and the log says so', async () => {
    const saved = await put(FIT, '{}');
    expect(saved.status).toBe(200);
    expect(saved.body).toEqual({ file: 'fit.yaml', state: 'changed' });
    expect(saved.headers.get('etag')).toBe(await etagOf(FIT));
    const search = { from: '2026-11', before: '2026-12', kind: 'playbook-changed' } as const;
    const { entries } = await logPage(api.table, search, { limit: 9 });
    expect(entries).toMatchObject([{ isKey: true, about: 'fit.yaml', detail: 'save' }]);
  });

  it('needs If-Match', async () => {
    const { status, body } = await api.call('PUT', FIT, '{}');
    expect(status).toBe(428);
    expect(body.detail).toContain('If-Match');
    expect((await put(FIT, '{}', '*')).status).toBe(428);
    expect((await api.call('DELETE', FIT)).status).toBe(428);
  });

  it('is not overwritten when a colleague was first: the answer has the text of the colleague', async () => {
    const before = await etagOf(FIT);
    await put(FIT, 'first', before);
    const second = await put(FIT, 'second', before);
    expect(second.status).toBe(412);
    expect(second.type).toBe('application/problem+json');
    expect(second.body).toMatchObject({ title: 'Changed meanwhile', text: 'first', by: { by: 'key' } });
    expect((await api.call('GET', FIT)).body).toBe('first');
  });

  it('can be new, once', async () => {
    const path = '/playbook/draft/mails/new.nl.md';
    const create = (text: string) => api.call('PUT', path, text, { 'if-none-match': '*' });
    expect((await create('Hallo')).body).toEqual({ file: 'mails/new.nl.md', state: 'added' });
    expect((await create('Dag')).status).toBe(412);
    expect((await api.call('GET', path)).body).toBe('Hallo');
  });

  it('can be removed, and discarded again', async () => {
    const etag = await etagOf(FIT);
    const removed = await api.call('DELETE', FIT, undefined, { 'if-match': etag });
    expect(removed.body).toEqual({ file: 'fit.yaml', state: 'removed' });
    const [listed] = (await api.call('GET', '/playbook')).body.draft;
    const { file, etag: tag } = listed;
    expect((await api.call('POST', '/playbook/discard', { file, etag: tag })).body).toEqual({
      file: 'fit.yaml',
    });
    expect((await api.call('GET', FIT)).status).toBe(200);
    await api.call('DELETE', FIT, undefined, { 'if-match': etag });
    expect((await api.call('GET', FIT)).status).toBe(404);
    const back = await api.call('PUT', FIT, '{}', { 'if-none-match': '*' });
    expect(back.body).toEqual({ file: 'fit.yaml', state: 'changed' });
    const discard = (last: string) => api.call('POST', '/playbook/discard', { file: 'fit.yaml', etag: last });
    expect((await discard('other')).status).toBe(412);
    const nothing = { file: '', etag: '' };
    expect((await api.call('POST', '/playbook/discard', nothing)).body).toEqual({ file: '' });
    expect((await discard((await etagOf(FIT)).replaceAll('"', ''))).body).toEqual({ file: 'fit.yaml' });
    expect((await api.call('GET', FIT)).body).toBe(first.files['fit.yaml']);
  });

  it.each([
    ['/playbook/draft/a/b/c.yaml', 'x', 404],
    ['/playbook/draft/..%2Ffit.yaml', 'x', 404],
    [FIT, 'x'.repeat(200_001), 413],
  ])('is refused as %s', async (path, text, status) => {
    expect((await put(path, text, '"x"')).status).toBe(status);
  });

  it('has no other methods', async () => {
    const { status, headers } = await api.call('POST', FIT, {});
    expect(status).toBe(405);
    expect(headers.get('allow')).toBe('GET, HEAD, PUT, DELETE');
  });
});

describe('publishing through the API', () => {
  const SCORING = '/playbook/draft/scoring.yaml';
  const publish = (more: object = {}) => api.call('POST', '/playbook/publish', { note: 'Less', ...more });
  const withCap = (cap: number) => small.replace('cap: 100', `cap: ${cap}`);
  const small = smallPlaybook['scoring.yaml'] ?? '';
  beforeEach(async () => {
    const made = await compilePlaybook(smallPlaybook);
    if (made.ok) await published({ table: api.table, now: () => NOW }, made.playbook);
  });

  it('tells the mistakes of the draft, saved or not, with their line', async () => {
    const check = (body: object) => api.call('POST', '/playbook/check', body);
    expect((await check({})).body).toMatchObject({ mistakes: [], warnings: [], more: 0 });
    const { body } = await check({ file: 'scoring.yaml', text: withCap(0) });
    const mistake = { file: 'scoring.yaml', field: 'cap', line: expect.any(Number) };
    expect(body.mistakes[0]).toMatchObject({ ...mistake, reason: expect.stringContaining('; ') });
    const long = `${withCap(90)}\n${'# more\n'.repeat(20_000)}`;
    expect((await check({ file: 'scoring.yaml', text: long })).body).toMatchObject({ mistakes: [] });
    expect((await check({ other: 1 })).status).toBe(422);
  });

  it('makes the draft live, once', async () => {
    await put(SCORING, withCap(90));
    expect((await publish()).body).toEqual({ version: 3, isNew: true });
    expect((await publish()).body).toEqual({ version: 3, isNew: false });
    const { body } = await api.call('GET', '/playbook');
    expect(body).toMatchObject({ version: 3, note: 'Less', draft: [], author: { by: 'key' } });
  });

  it('answers 422 with all mistakes, and what is live stays', async () => {
    await put(SCORING, withCap(0));
    const { status, type, body } = await publish();
    expect([status, type]).toEqual([422, 'application/problem+json']);
    expect(body.mistakes[0]).toMatchObject({ file: 'scoring.yaml', field: 'cap' });
    expect((await api.call('GET', '/playbook')).body.version).toBe(2);
  });

  it('answers 409 when somebody published first', async () => {
    await put(SCORING, withCap(90));
    expect((await publish({ over: 1 })).body).toMatchObject({ status: 409, version: 2 });
  });

  it('makes an older version live again', async () => {
    await put(SCORING, withCap(90));
    await publish();
    const back = await api.call('POST', '/playbook/versions/2/publish', {});
    expect(back.body).toEqual({ version: 4, isNew: true });
    expect((await api.call('POST', '/playbook/versions/99/publish', {})).status).toBe(404);
    // The first version has no mails, which no check lets pass.
    const wrong = await api.call('POST', '/playbook/versions/1/publish', { note: 'Back' });
    expect(wrong.status).toBe(422);
    expect(wrong.body.mistakes.length).toBeGreaterThan(0);
  });
});

describe('what the draft would do', () => {
  it('is told with how many leads it concerns, and changes nothing', async () => {
    const compiledOne = await compilePlaybook(smallPlaybook);
    if (!compiledOne.ok) throw new Error('The small playbook has mistakes');
    await published({ table: api.table, now: () => NOW }, compiledOne.playbook);
    const { status, body } = await api.call('POST', '/playbook/try');
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 2, leads: 0, sampled: 0, changes: [], examples: [] });
  });

  it('is 422 with the mistakes that keep it from being published', async () => {
    await put(FIT, '{}');
    const { status, body } = await api.call('POST', '/playbook/try');
    expect(status).toBe(422);
    expect(body.mistakes.length).toBeGreaterThan(0);
  });
});

describe('a picture', () => {
  it('is stored by its bytes, and answered with the text that stands for it in the draft', async () => {
    const { status, body } = await api.call('POST', '/playbook/pictures', tellTale.gif);
    expect(status).toBe(200);
    expect(body).toMatchObject({ type: 'gif', width: 1, height: 1, address: `/pictures/${body.digest}.gif` });
    const path = '/playbook/draft/pictures/dot.gif';
    const saved = await api.call('PUT', path, body.text, { 'if-none-match': '*' });
    expect(saved.body).toEqual({ file: 'pictures/dot.gif', state: 'added' });
    const none = await api.call('PUT', path.replace('dot', 'two'), '{}', { 'if-none-match': '*' });
    expect(none.status).toBe(422);
  });

  it('is refused with a reason', async () => {
    const { status, body } = await api.call('POST', '/playbook/pictures', Buffer.from('<svg/>'));
    expect(status).toBe(422);
    expect(body.detail ?? body.title).toContain('Send a PNG, JPEG, GIF or WebP');
  });
});
