import {
  GetSecretValueCommand,
  SecretsManagerClient,
  SecretsManagerServiceException,
} from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { slackWebhook } from '../../../shared/gateways/handover/slack.ts';
import { secretReader } from '../../../shared/gateways/secrets.ts';

const URL = 'https://hooks.slack.com/services/T/B/x';
let posted: { url: string; body: unknown }[];

beforeEach(() => {
  posted = [];
});

function slack(secret: string, status = 200, answer = 'ok') {
  const send = async (url: unknown, init?: RequestInit) => {
    posted.push({ url: String(url), body: JSON.parse(String(init?.body)) });
    return new Response(answer, { status });
  };
  return slackWebhook(async () => secret, send as typeof fetch);
}

describe('a message to Slack', () => {
  it.each([URL, ` ${URL}\n`, JSON.stringify({ url: URL })])(
    'is posted to the URL in the secret %j',
    async (secret) => {
      await slack(secret).post({ text: 'Hi' });
      expect(posted).toEqual([{ url: URL, body: { text: 'Hi' } }]);
    },
  );

  it.each(['', 'no url', '{"url":', '{}', 'file:///etc/passwd'])(
    'is refused permanently with the secret %j',
    async (secret) => {
      await expect(slack(secret).post({})).rejects.toMatchObject({ isPermanent: true });
      expect(posted).toEqual([]);
    },
  );

  it.each([
    [400, 'invalid_payload', true],
    [403, 'action_prohibited', true],
    [404, 'channel_not_found', true],
    [410, 'channel_is_archived', true],
    [429, 'rate_limited', false],
  ])('answered by %i %s was not posted', async (status, answer, isPermanent) => {
    const reason = `slack-${status}-${answer}`;
    await expect(slack(URL, status, answer).post({})).rejects.toMatchObject({
      name: 'Refused',
      message: reason,
      isPermanent,
    });
  });

  it('answered by 500 may have been posted', async () => {
    await expect(slack(URL, 500, '<html>').post({})).rejects.toMatchObject({
      name: 'Error',
      message: 'slack-500-unknown',
    });
  });
});

describe('a secret', () => {
  const aws = mockClient(SecretsManagerClient);
  let now = '2026-11-22T12:00:00.000Z';
  const read = secretReader('name', () => now, new SecretsManagerClient({}));

  beforeEach(() => {
    aws.reset();
  });

  it('that is missing is a permanent refusal', async () => {
    const missing = { name: 'ResourceNotFoundException', $fault: 'client', $metadata: {} } as const;
    aws.on(GetSecretValueCommand).rejects(new SecretsManagerServiceException(missing));
    await expect(read()).rejects.toMatchObject({ name: 'Refused', isPermanent: true });
  });

  it('that cannot be read right now is a temporary refusal', async () => {
    const busy = { name: 'ThrottlingException', $fault: 'client', $metadata: {} } as const;
    aws.on(GetSecretValueCommand).rejects(new SecretsManagerServiceException(busy));
    await expect(read()).rejects.toMatchObject({ name: 'Refused', isPermanent: false });
  });

  it('is cached for five minutes', async () => {
    aws.on(GetSecretValueCommand).resolves({ SecretString: 'one' });
    expect([await read(), await read()]).toEqual(['one', 'one']);
    now = '2026-11-22T12:05:00.000Z';
    await read();
    expect(aws.commandCalls(GetSecretValueCommand)).toHaveLength(2);
  });
});
