import { type Instant, plus } from '../../domain/time.ts';

/** A call in a calendar. */
export interface PlannedCall {
  /** The same for the same call: a new time then moves the entry. */
  id: string;
  at: Instant;
  /** When the file is written. */
  writtenAt: Instant;
  title: string;
  /** Where its page is. */
  link: string;
}

const QUARTER_MS = 900_000;
/** Bytes in a line, without its end (RFC 5545, 3.1). */
const LINE = 75;

/** A call of a quarter of an hour as a file for a calendar (RFC 5545), with an alarm when it is due. */
export function calendarFile({ id, at, writtenAt, title, link }: PlannedCall): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kansrijk//Kansrijk//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${textOf(id)}@kansrijk`,
    `SEQUENCE:${Math.floor(Date.parse(writtenAt) / 1000) % 2_000_000_000}`,
    `DTSTAMP:${timeOf(writtenAt)}`,
    `DTSTART:${timeOf(at)}`,
    `DTEND:${timeOf(plus(at, QUARTER_MS))}`,
    `SUMMARY:${textOf(title)}`,
    `DESCRIPTION:${textOf(link)}`,
    `URL:${link}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${textOf(title)}`,
    'TRIGGER:PT0S',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function timeOf(at: Instant): string {
  return `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** Text as a value: nothing in it ends the value or the line. */
function textOf(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '');
}

/** A long line goes on in the next, which begins with a space; no character is torn apart. */
function folded(line: string): string {
  let bytes = 0;
  let text = '';
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > LINE) {
      text += '\r\n ';
      bytes = 1;
    }
    text += character;
    bytes += size;
  }
  return text;
}
