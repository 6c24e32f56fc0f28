import { expect, it } from 'vitest';
import { duration } from '../../shared/web/duration.ts';

it.each([
  [0, 'under a minute', 'minder dan een minuut'],
  [0.9, 'under a minute', 'minder dan een minuut'],
  [1, '1 minute', '1 minuut'],
  [40.2, '40 minutes', '40 minuten'],
  [89, '89 minutes', '89 minuten'],
  [100, '2 hours', '2 uur'],
  [47 * 60, '47 hours', '47 uur'],
  [48 * 60, '2 days', '2 dagen'],
  [60_000, '42 days', '42 dagen'],
])('%d minutes read as %s and %s', (minutes, english, dutch) => {
  expect(duration('en', minutes)).toBe(english);
  expect(duration('nl', minutes)).toBe(dutch);
});
