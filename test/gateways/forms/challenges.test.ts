import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { beforeAll, describe, expect, it } from 'vitest';
import { plus } from '../../../shared/domain/time.ts';
import { challengesFrom } from '../../../shared/gateways/forms/challenges.ts';
import { NOW } from '../../domain/builders.ts';

const HOUR = 3_600_000;
const challenges = challengesFrom('key');

let challenge: Challenge;
let solution: object;
beforeAll(async () => {
  challenge = (await challenges.make('whitepaper', NOW)) as Challenge;
  solution = (await solveChallenge({ challenge, deriveKey })) ?? {};
});
const proof = (more: object = {}) => JSON.stringify({ challenge, solution, ...more });

describe('the solution of a challenge', () => {
  it('is known, each time by the same id', async () => {
    const id = await challenges.solvedBy(proof(), 'whitepaper', NOW);
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(await challenges.solvedBy(proof(), 'whitepaper', plus(NOW, 2 * HOUR))).toBe(id);
  });

  it('counts for its form and its hours only, and only with the key that made the challenge', async () => {
    expect(await challenges.solvedBy(proof(), 'contact', NOW)).toBeUndefined();
    expect(await challenges.solvedBy(proof(), 'whitepaper', plus(NOW, 3 * HOUR))).toBeUndefined();
    expect(await challengesFrom('other').solvedBy(proof(), 'whitepaper', NOW)).toBeUndefined();
  });

  it.each([
    ['nothing', undefined],
    ['no text', { challenge: {} }],
    ['no JSON', '{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['too much', `"${'x'.repeat(3_000)}"`],
    ['no solution', () => proof({ solution: undefined })],
    ['a guess', () => proof({ solution: { counter: 300, derivedKey: '00'.repeat(32) } })],
    ['a solution of another kind', () => proof({ solution: { counter: 'x', derivedKey: 7 } })],
    ['no signature', () => proof({ challenge: { ...challenge, signature: undefined } })],
    ['a signature of another kind', () => proof({ challenge: { ...challenge, signature: [1] } })],
    [
      'an easier challenge',
      () => proof({ challenge: { ...challenge, parameters: { ...challenge.parameters, keyPrefix: '0' } } }),
    ],
  ] as [string, unknown][])('is not %s', async (_, given) => {
    const text = typeof given === 'function' ? given() : given;
    expect(await challenges.solvedBy(text, 'whitepaper', NOW)).toBeUndefined();
  });

  it('cannot be read from the challenge: what it is made of is not in it', () => {
    expect(challenge.parameters).not.toHaveProperty('counter');
    expect(JSON.stringify(challenge)).not.toContain((solution as { derivedKey: string }).derivedKey);
  });
});
