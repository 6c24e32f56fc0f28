import { describe, expect, it } from 'vitest';
import { plus } from '../../../shared/domain/time.ts';
import { replayLateEvent } from '../../../shared/usecases/tracking/replay-late-event.ts';
import { NOW } from '../../domain/builders.ts';
import { refusingTable } from '../../usecases/forms/forms-system.ts';
import { mailRequests } from './mail-requests.ts';

const { table, calls, late, click, open, kept, happened } = await mailRequests();

describe('the pixel of a mail', () => {
  it('is stored as an open, for one write and no read', async () => {
    const { id } = await kept();
    expect(await open(`${id}.gif`)).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': 'image/gif' },
    });
    expect(calls).toEqual(['UpdateItem']);
    expect(await happened(id)).toEqual([{ kind: 'open', at: NOW }]);
  });

  it("counts as a person’s through Gmail's image proxy, and is in doubt through Apple's", async () => {
    const { id } = await kept();
    await open(`${id}.gif`, {
      'user-agent':
        'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
    });
    await open(`${id}.gif`, { 'user-agent': 'Mozilla/5.0' });
    expect(await happened(id)).toEqual([
      { kind: 'open', at: NOW },
      { kind: 'open', at: NOW, bot: 'user-agent' },
    ]);
  });

  it.each(['', 'x.gif', 'AAAAAAAAAAAAAAAAAAAAAA', 'AAAAAAAAAAAAAAAAAAAAAA.gif', '..%2f.gif'])(
    'is an image even when it is none: %j',
    async (image) => expect((await open(image)).statusCode).toBe(200),
  );

  it('waits in the late queue when the table does not answer', async () => {
    const { id } = await kept();
    expect((await open(`${id}.gif`, {}, 'GET', refusingTable)).statusCode).toBe(200);
    expect(late).toEqual([{ mail: id, reaction: `${NOW} open` }]);
    await replayLateEvent({ table, now: () => plus(NOW, 60_000) }, JSON.stringify(late[0]));
    expect(await happened(id)).toEqual([{ kind: 'open', at: NOW }]);
  });

  it('is an image with an opt-out and for HEAD', async () => {
    const { id } = await kept();
    expect((await open(`${id}.gif`, { 'sec-gpc': '1' })).statusCode).toBe(200);
    expect((await open(`${id}.gif`, {}, 'HEAD')).statusCode).toBe(200);
    expect(await happened(id)).toEqual([]);
  });

  it('does not make a mail grow without limit', async () => {
    const { id } = await kept();
    for (let n = 0; n < 120; n++) await open(`${id}.gif`, {}, 'GET', table, plus(NOW, n));
    expect(await happened(id)).toHaveLength(100);
    expect((await click(id, '1')).statusCode).toBe(302);
  });
});
