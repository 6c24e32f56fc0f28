import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { allApiKeys } from '../../../shared/store/console/api-keys.ts';
import { testConsole } from './test-console.ts';

let test: Awaited<ReturnType<typeof testConsole>>;
beforeEach(async () => {
  test = await testConsole();
});

const page = async (path = '/console/keys') => (await test.get(path)).text();
const make = (name: string, scope: string) => test.post('/console/keys', { action: 'make', name, scope });

describe('the page with API keys', () => {
  it('shows how to use a key as long as there is none', async () => {
    expect(await page()).toContain('https://kansrijk.test/api/leads');
  });

  it('shows a new key once', async () => {
    const answer = await make('CRM <b>', 'reports');
    expect(answer.status).toBe(200);
    const text = await answer.text();
    const [secret = ''] = /kansrijk_[\w-]{22}/.exec(text) ?? [];
    expect(text).toContain('CRM &lt;b&gt;');
    expect(await allApiKeys(test.table)).toMatchObject([
      { hash: createHash('sha256').update(secret).digest('hex'), scopes: ['reports'] },
    ]);
    expect(await page()).not.toContain(secret);
    expect(await page()).toContain('Read reports');
  });

  it('keeps what was typed when something is missing, and says what', async () => {
    const answer = await test.post('/console/keys', { action: 'make', name: 'My "CRM"' });
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain('Choose at least one thing');
    expect(text).toContain('value="My &quot;CRM&quot;"');
  });

  it('asks once more before it withdraws a key, and then lists it as withdrawn', async () => {
    await make('CRM', 'reports');
    const [key] = await allApiKeys(test.table);
    expect(await page()).not.toContain('Withdraw the key of CRM?');
    const sure = await page(`/console/keys?withdraw=${key?.hash}`);
    expect(sure).toContain('Withdraw the key of CRM?');
    expect(sure).toMatch(/<button type="submit" class="danger">/);
    const answer = await test.post('/console/keys', { action: 'withdraw', key: key?.hash ?? '' });
    expect(answer.status).toBe(303);
    expect(await page()).toContain('withdrawn on 22 November 2026 by admin@kansrijk.test');
  });
});
