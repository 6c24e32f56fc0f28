import { describe, expect, it } from 'vitest';
import { company } from '../../infra/company.ts';
import { parseSettings, type SettingsInput } from '../../infra/settings.ts';
import { settingsOf } from './synthesized.ts';

describe('the settings that ship', () => {
  it('are valid', () => {
    expect(parseSettings(company).stackName).toBe('Kansrijk');
  });
});

describe('settings with a URL that ends in a slash', () => {
  it('are read without it', () => {
    expect(parseSettings(settingsOf({ websiteUrl: 'https://www.example.com/' })).websiteUrl).toBe(
      'https://www.example.com',
    );
  });
});

describe('a mistake in the settings', () => {
  const mistakes: [field: string, settings: Partial<SettingsInput>, hint: RegExp][] = [
    ['timeZone', { timeZone: 'Europe/Utrecht' }, /Europe\/Amsterdam/],
    ['sender', { sender: 'Kansrijk' }, /one e-mail address/],
    ['sales', { sales: [] }, /at least one/],
    ['sales.1', { sales: ['sales@example.com', 'sales'] }, /one e-mail address/],
    ['apiKeyHashes.0', { apiKeyHashes: ['my-secret-key'] }, /SHA-256/],
    ['retention.logDays', { retention: { visitorDays: 365, logDays: 31 } }, /one of 1, 3, 5, 7/],
    ['retention.visitorDays', { retention: { visitorDays: 30, logDays: 30 } }, /90 or more/],
    ['domain.name', { domain: { name: 'https://a.nl', certificateArn: 'arn:aws:acm:x' } }, /host name/],
    ['domain.certificateArn', { domain: { name: 'a.nl', certificateArn: 'mine' } }, /ARN/],
    ['console.admins', { console: { admins: [] } }, /at least one/],
    ['console.admins.0', { console: { admins: ['Ada'] } }, /one e-mail address/],
    ...(
      [
        ['url', { url: 'http://issuer.example.com', clientId: 'a' }, /such as https/],
        ['url', { url: 'https://login.microsoftonline.com/common/v2.0', clientId: 'a' }, /own tenant/],
        ['clientSecret', { url: 'https://a.nl', clientId: 'a', clientSecret: 'a b' }, /name of a secret/],
      ] as const
    ).map(([field, issuer, hint]): (typeof mistakes)[number] => [
      `console.issuer.${field}`,
      { console: { admins: ['ada@example.com'], issuer } },
      hint,
    ]),
    ['slackSecret', { slackSecret: 'https://hooks.slack.com/services/T0' }, /name of a secret/],
    ['webhooks.0.url', { webhooks: [{ url: 'http://crm.example.com/', secret: 'crm' }] }, /https/],
    ['webhooks.0.secret', { webhooks: [{ url: 'https://a.nl/', secret: 'a b' }] }, /name of a secret/],
    ['webhooks.0.events', { webhooks: [{ url: 'https://a.nl/', secret: 'a', events: [] }] }, /leave it out/],
    [
      'webhooks.0.events.0',
      { webhooks: [{ url: 'https://a.nl/', secret: 'a', events: ['Accepted' as 'HandRaised'] }] },
      /HandoverAccepted/,
    ],
    ['webhooks', { webhooks: Array(2).fill({ url: 'https://a.nl/', secret: 'a' }) }, /each url once/],
    ['language', { language: 'fr' as 'nl' }, /nl or en/],
  ];

  it.each(mistakes)('in %s is named, with what would be right', (field, settings, hint) => {
    const parse = () => parseSettings(settingsOf(settings));
    expect(parse).toThrow(`${field}: `);
    expect(parse).toThrow(hint);
  });

  it('is reported together with all others', () => {
    const parse = () => parseSettings(settingsOf({ timeZone: 'Mars', sender: 'nobody' }));
    expect(parse).toThrow(/sender: [\s\S]*timeZone: /);
  });

  it('can be an unknown field', () => {
    expect(() => parseSettings({ ...settingsOf(), adres: 'x' })).toThrow(/adres/);
  });
});

describe('the URL of a webhook', () => {
  const parse = (url: string) => () => parseSettings(settingsOf({ webhooks: [{ url, secret: 'crm' }] }));

  it.each(['https://crm.example.com/hook?a=b', 'https://hooks.crm.co.uk', 'https://crm.localhost.com/'])(
    'may be %s',
    (url) => {
      expect(parse(url)().webhooks).toEqual([{ url, secret: 'crm' }]);
    },
  );

  it.each([
    ...[
      'https://localhost/',
      'https://LOCALHOST./',
      'https://a.localhost/',
      'https://crm/',
      'https://crm.local/',
    ],
    ...['https://instance-data.ec2.internal/', 'https://router.home.arpa/', 'https://crm.internal./'],
    ...['https://127.0.0.1/', 'https://0x7f.1/', 'https://2130706433/', 'https://[::1]/', 'https://8.8.8.8/'],
    ...['https://169.254.169.254/latest/meta-data/', 'https://[fd00:ec2::254]/'],
    ...[
      'https://crm.example.com:8443/',
      'https://me:secret@crm.example.com/',
      'ftp://crm.example.com/',
      'crm',
    ],
  ])('may not be %s', (url) => {
    expect(parse(url)).toThrow('webhooks.0.url: ');
  });
});
