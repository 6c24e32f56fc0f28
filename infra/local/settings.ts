import { createHash } from 'node:crypto';
import { parseSettings, type Settings } from '../settings.ts';

/** The key of the API that the twin knows. */
export const LOCAL_API_KEY = 'local';

/** The name of the secret that holds the address of the Slack catcher. */
export const SLACK_SECRET = 'kansrijk/slack';

/** The settings of the twin whose API is on this port; the website is on the next one. */
export function twinSettings({ port }: { port: number }): Settings {
  return parseSettings({
    stackName: 'Kansrijk',
    publicUrl: `http://localhost:${port}`,
    websiteUrl: `http://localhost:${port + 1}`,
    sender: 'hello@kansrijk.test',
    sales: ['sales@kansrijk.test'],
    manager: 'manager@kansrijk.test',
    slackSecret: SLACK_SECRET,
    language: 'en',
    timeZone: 'Europe/Amsterdam',
    apiKeyHashes: [createHash('sha256').update(LOCAL_API_KEY).digest('hex')],
    retention: { visitorDays: 365, logDays: 30 },
    alarmEmail: 'developer@kansrijk.test',
    throttling: { rate: 500, burst: 1000 },
  });
}
