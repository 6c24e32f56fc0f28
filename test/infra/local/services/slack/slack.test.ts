import { afterEach, describe, expect, it } from 'vitest';
import { type SlackCatcher, startSlackCatcher } from '../../../../../infra/local/services/slack/slack.ts';
import { aClock, aJournal } from '../builders.ts';

const started: SlackCatcher[] = [];
afterEach(async () => {
  for (const catcher of started.splice(0)) await catcher.stop();
});

type Options = Partial<Parameters<typeof startSlackCatcher>[0]>;

async function aCatcher(options: Options = {}) {
  const catcher = await startSlackCatcher({ journal: aJournal(), clock: aClock(), slackPort: 0, ...options });
  started.push(catcher);
  async function post(payload: unknown) {
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
    const response = await fetch(catcher.url, { method: 'POST', body });
    return `${response.status} ${await response.text()}`;
  }
  return { catcher, post };
}

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const actions = (label: string) => ({
  type: 'actions',
  elements: [
    { type: 'button', text: { type: 'plain_text', text: label }, url: 'https://example.nl/handover/1' },
  ],
});

describe('the Slack catcher', () => {
  it('accepts a message with blocks, and shows it', async () => {
    const { catcher, post } = await aCatcher();
    const message = { text: 'Call them', blocks: [section('*Lead*'), actions('Open the dossier')] };
    expect(await post(message)).toBe('200 ok');
    expect(catcher.posts()).toEqual([{ at: '2026-03-02T09:00:00.000Z', ...message }]);
  });

  it.each([
    ['what is not JSON', '{', '400 invalid_payload'],
    ['a message without text', {}, '400 no_text'],
    ['more than 50 blocks', { text: 'x', blocks: Array(51).fill(section('x')) }, '400 invalid_blocks'],
    [
      'a text of more than 3,000 characters',
      { text: 'x', blocks: [section('x'.repeat(3001))] },
      '400 invalid_blocks',
    ],
    ['an empty text', { text: 'x', blocks: [section('')] }, '400 invalid_blocks'],
    [
      'a button with more than 75 characters',
      { text: 'x', blocks: [actions('x'.repeat(76))] },
      '400 invalid_blocks',
    ],
    ['an unknown block', { text: 'x', blocks: [{ type: 'mystery' }] }, '400 invalid_blocks'],
  ])('refuses %s', async (_, payload, expected) => {
    const { catcher, post } = await aCatcher();
    expect(await post(payload)).toBe(expected);
    expect(catcher.posts()).toEqual([]);
  });

  it('can fail before it accepts a message', async () => {
    const { catcher, post } = await aCatcher({
      withSlackFaults: async () => ({ status: 503, body: 'fault' }),
    });
    expect(await post({ text: 'x' })).toBe('503 fault');
    expect(catcher.posts()).toEqual([]);
  });

  it('can accept a message without responding', async () => {
    const { catcher, post } = await aCatcher({
      async withSlackFaults(carryOut) {
        await carryOut();
        return 'no-response';
      },
    });
    await expect(post({ text: 'x' })).rejects.toThrow();
    expect(catcher.posts()).toHaveLength(1);
  });
});
