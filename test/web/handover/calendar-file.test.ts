import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callFile } from '../../../shared/web/handover/calendar-file.ts';

const call = {
  ...{ id: 'lead.call', at: '2026-12-01T09:00:00.000Z', writtenAt: '2026-11-24T12:00:00.000Z' },
  ...{ title: 'Call Ann', link: 'https://leads.example.com/console/leads/1/answer' },
};
/** The lines of a file as a calendar reads them: put together again, without escapes. */
const linesOf = (file: string) => file.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
const read = (text: string) => text.replaceAll(/\\(.)/gs, (_, one: string) => (one === 'n' ? '\n' : one));

describe('the calendar file of a call', () => {
  it('begins when the call is due, for a quarter of an hour, and reminds then', () => {
    expect(linesOf(callFile(call))).toEqual(
      expect.arrayContaining([
        ...['BEGIN:VCALENDAR', 'DTSTART:20261201T090000Z', 'DTEND:20261201T091500Z', 'SUMMARY:Call Ann'],
        ...['UID:lead.call@kansrijk', 'TRIGGER:PT0S', 'END:VCALENDAR'],
      ]),
    );
  });

  it('has a line for each thing, whatever somebody is called', () => {
    const lines = linesOf(callFile(call)).length;
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constant('a\r\nBEGIN:VEVENT;,\\')),
        (title) => {
          const file = callFile({ ...call, title });
          expect(linesOf(file)).toHaveLength(lines);
          for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          const summary =
            linesOf(file)
              .find((line) => line.startsWith('SUMMARY:'))
              ?.slice('SUMMARY:'.length) ?? '';
          const shown = title.replaceAll(/\r\n|[\r\n\u2028\u2029]/g, '\n').replaceAll(/(?!\n)\p{Cc}/gu, '');
          expect(read(summary)).toBe(shown);
        },
      ),
    );
  });
});
