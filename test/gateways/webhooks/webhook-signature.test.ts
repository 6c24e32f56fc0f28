import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Refused } from '../../../shared/gateways/refused.ts';
import { signatureHeaders } from '../../../shared/gateways/webhooks/webhook-signature.ts';

const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const message = { id, seconds: 1614265330, body: '{"test": 2432232314}' };
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';

describe('the headers of a webhook', () => {
  it('match the test vector of Standard Webhooks', () => {
    expect(signatureHeaders(secret, message)).toEqual({
      'webhook-id': id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': signature,
    });
  });

  it('hold a signature for each key during a rotation', () => {
    const next = randomBytes(32);
    const both = signatureHeaders(` ${secret}\n whsec_${next.toString('base64')} `, message);
    const second = createHmac('sha256', next).update(`${id}.1614265330.${message.body}`).digest('base64');
    expect(both['webhook-signature']).toBe(`${signature} v1,${second}`);
  });

  it.each([
    '',
    'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    'whsec_',
    'whsec_c2hvcnQ=',
    `${secret} whsec_?`,
    'whsec_ä',
  ])('are refused for a secret without a key (%j)', (wrong) => {
    expect(() => signatureHeaders(wrong, message)).toThrow(
      new Refused('secret-holds-no-key', { isPermanent: true }),
    );
  });
});
