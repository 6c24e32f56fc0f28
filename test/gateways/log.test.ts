import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { logOf } from '../../shared/gateways/log.ts';

let write: MockInstance;
beforeEach(() => {
  write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => write.mockRestore());

const lines = () => write.mock.calls.map(([text]) => JSON.parse(String(text)));

describe('the log of a function', () => {
  it('has a line of JSON for each message, in their order', async () => {
    const log = logOf('score');
    log.error('events-not-scored', { record: '1' });
    await log.error('events-not-scored', { record: '2' });
    expect(lines()).toMatchObject([
      { level: 'ERROR', message: 'events-not-scored', service: 'score', record: '1' },
      { level: 'ERROR', message: 'events-not-scored', service: 'score', record: '2' },
    ]);
  });

  it('includes the message of an error', async () => {
    await logOf('publish').error('playbook-not-published', new TypeError('No such thing'));
    expect(lines()).toMatchObject([{ error: { name: 'TypeError', message: 'No such thing' } }]);
  });
});
