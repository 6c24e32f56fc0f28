import type { SettingsInput } from './settings.ts';

/** Your company's settings. Edit them, then `npm run deploy`; `infra/settings.ts` explains each. */
export const company: SettingsInput = {
  stackName: 'Kansrijk',
  // domain: { name: 'leads.example.com', certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/…' },
  websiteUrl: 'https://www.example.com',
  sender: 'hello@example.com',
  sales: ['sales@example.com'],
  manager: 'manager@example.com',
  // slackSecret: 'kansrijk/slack',
  // webhooks: [{ url: 'https://crm.example.com/hooks/kansrijk', secret: 'kansrijk/webhook-crm' }],
  // challenge: true,
  // console: { admins: ['you@example.com'] },
  language: 'nl',
  timeZone: 'Europe/Amsterdam',
  country: 'NL',
  apiKeyHashes: [],
  retention: { visitorDays: 365, logDays: 30 },
  alarmEmail: 'developer@example.com',
  throttling: { rate: 500, burst: 1000 },
};
