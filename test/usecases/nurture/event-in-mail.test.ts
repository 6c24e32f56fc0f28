import { describe, expect, it } from 'vitest';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { eventInMail } from '../../../shared/usecases/nurture/send-due-mail/event-in-mail.ts';
import { webinar, webinarRules } from '../../domain/nurture/event/builders.ts';
import { playbook as small } from '../playbook.ts';

const NOW = '2026-11-03T10:00:00.000Z';
const place = { nl: 'Utrecht; zaal 1', en: 'Utrecht, room 1' };
const told = (locale: 'nl' | 'en', more = {}, step = 'answer', sequence = 'talk') => {
  const { sequences, events } = webinarRules({ ...webinar, ...more });
  const playbook: Playbook = { ...small, version: 7, sequences, events };
  return eventInMail(
    playbook,
    { sequence, step },
    { locale, websiteUrl: 'https://www.kansrijk.test/x', now: NOW },
  );
};
const fileOf = (...args: Parameters<typeof told>) => told(...args)?.attachments?.[0]?.content ?? '';

describe('what a mail says of the event of its sequence', () => {
  it('is its title, moment, place and link in the language of the person', () => {
    expect(told('en', { place })?.variables).toEqual({
      eventTitle: 'Webinar, scoring',
      eventWhen: expect.stringMatching(/^Tuesday,? 17 November 2026.* 15:00 CET$/),
      eventPlace: 'Utrecht, room 1',
      eventLink: 'https://meet.example/scoring',
    });
    const summer = { start: '2027-06-01 15:00', timeZone: 'America/New_York' };
    expect(told('nl', summer)?.variables.eventWhen).toMatch(/^dinsdag 1 juni 2027.* 15:00 (EDT|GMT-4)$/);
  });

  it('is a file for calendars in UTC where the step has one, with its place and website', () => {
    expect(fileOf('en', { place })).toContain('LOCATION:Utrecht\\, room 1\r\n');
    expect(fileOf('nl', { place })).toContain('LOCATION:Utrecht\\; zaal 1\r\n');
    expect(fileOf('en')).toContain('LOCATION:https://meet.example/scoring\r\n');
    expect(fileOf('en')).toMatch(
      /UID:talk@www\.kansrijk\.test\r\nSEQUENCE:7\r\nDTSTAMP:20261103T100000Z\r\n/,
    );
    expect(told('en', {}, 'thanks')?.attachments).toBeUndefined();
  });

  it('is nothing in a sequence about nothing', () => {
    expect(told('en', {}, 'answer', 'tips')).toBeUndefined();
  });
});
