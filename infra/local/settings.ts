import { createHash } from 'node:crypto';
import { parseSettings, type Settings } from '../settings.ts';

/** The twin's API key. */
export const LOCAL_API_KEY = 'local';

/** Whom the settings name as an admin of the console. */
export const LOCAL_ADMIN = 'admin@kansrijk.test';

/** The name of the secret with the URL of the Slack catcher. */
export const SLACK_SECRET = 'kansrijk/slack';

/** The name of the secret that signs webhooks, and its value. */
export const WEBHOOK_SECRET = 'kansrijk/webhook';
export const WEBHOOK_KEY = `whsec_${Buffer.from('for this machine only, not a key').toString('base64')}`;

interface TwinSettings {
  port: number;
  webhook?: string | undefined;
  challenge?: boolean | undefined;
}

/**
 * The settings of a twin with its API on `port`; the website is on the next one.
 * @param webhook a URL on the internet that receives the domain events
 * @param challenge whether forms have a challenge
 * @throws Error when it is no URL, or internal
 */
export function twinSettings({ port, webhook, challenge = false }: TwinSettings): Settings {
  return parseSettings({
    stackName: 'Kansrijk',
    publicUrl: `http://localhost:${port}`,
    websiteUrl: `http://localhost:${port + 1}`,
    sender: 'hello@kansrijk.test',
    sales: ['sales@kansrijk.test'],
    manager: 'manager@kansrijk.test',
    slackSecret: SLACK_SECRET,
    challenge,
    console: { admins: [LOCAL_ADMIN] },
    ...(webhook !== undefined && { webhooks: [{ url: webhook, secret: WEBHOOK_SECRET }] }),
    language: 'en',
    timeZone: 'Europe/Amsterdam',
    apiKeyHashes: [createHash('sha256').update(LOCAL_API_KEY).digest('hex')],
    retention: { visitorDays: 365, logDays: 30 },
    alarmEmail: 'developer@kansrijk.test',
    throttling: { rate: 500, burst: 1000 },
  });
}
