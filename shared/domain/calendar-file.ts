import type { Instant } from './time.ts';

/** Something in a calendar. */
export interface CalendarEntry {
  /** The same for the same thing: a file with a higher `sequence` then replaces the entry. */
  uid: string;
  sequence: number;
  /** When the file is written. */
  writtenAt: Instant;
  start: Instant;
  end: Instant;
  title: string;
  description?: string | undefined;
  place?: string | undefined;
  /** Where its page is. */
  link?: string | undefined;
  /** How long before its start a calendar reminds of it, such as `PT15M`. */
  alarm?: string;
  isCancelled?: boolean;
}

/** Bytes in a line, without its end (RFC 5545, 3.1). */
const LINE = 75;

/** A file for calendars (RFC 5545). Its times are in UTC, so every calendar shows them in its own time zone. */
export function calendarFile(entry: CalendarEntry): string {
  const { uid, sequence, writtenAt, start, end, title, description, place, link, alarm } = entry;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kansrijk//Kansrijk//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${textOf(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${timeOf(writtenAt)}`,
    `DTSTART:${timeOf(start)}`,
    `DTEND:${timeOf(end)}`,
    `SUMMARY:${textOf(title)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${textOf(description)}`]),
    ...(place === undefined ? [] : [`LOCATION:${textOf(place)}`]),
    ...(link === undefined ? [] : [`URL:${link}`]),
    ...(entry.isCancelled ? ['STATUS:CANCELLED'] : []),
    ...(alarm === undefined || entry.isCancelled ? [] : alarmLines(title, alarm)),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function alarmLines(title: string, before: string): string[] {
  const trigger = before === 'PT0S' ? before : `-${before}`;
  return [
    ...['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${textOf(title)}`],
    ...[`TRIGGER:${trigger}`, 'END:VALARM'],
  ];
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
    const size = byteLength(character);
    if (bytes + size > LINE) {
      text += '\r\n ';
      bytes = 1;
    }
    text += character;
    bytes += size;
  }
  return text;
}

/** In UTF-8. */
function byteLength(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
