import type { Points, Repeated } from '../../domain/scoring/points-by-day.ts';
import { packDays, unpackDays } from './packed-days.ts';

/** Points as a lead's record holds them. Records from before points below 0 have only the first two. */
export interface PackedPoints {
  daily: string;
  window: string;
  less?: { daily?: string; window?: string; fit?: number };
  /** A text for each rule: its place, from how many times, its points, and how often by day. */
  repeated?: string[];
  of?: Record<string, PackedPoints>;
}

export function packPoints({ daily, window, less, repeated, of }: Points): PackedPoints {
  return {
    ...{ daily: packDays(daily), window: packDays(window) },
    ...(less && {
      less: {
        ...(less.daily && { daily: packDays(less.daily) }),
        ...(less.window && { window: packDays(less.window) }),
        ...(less.fit !== undefined && { fit: less.fit }),
      },
    }),
    ...(repeated && { repeated: repeated.map(packRepeated) }),
    ...(of && { of: mapValues(of, packPoints) }),
  };
}

export function unpackPoints({ daily, window, less, repeated, of }: PackedPoints): Points {
  return {
    ...{ daily: unpackDays(daily), window: unpackDays(window) },
    ...(less && {
      less: {
        ...(less.daily !== undefined && { daily: unpackDays(less.daily) }),
        ...(less.window !== undefined && { window: unpackDays(less.window) }),
        ...(less.fit !== undefined && { fit: less.fit }),
      },
    }),
    ...(repeated && { repeated: repeated.map(unpackRepeated) }),
    ...(of && { of: mapValues(of, unpackPoints) }),
  };
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

function packRepeated({ rule, from, points, times }: Repeated): string {
  return `${rule}/${from}/${points}/${packDays(times)}`;
}

function unpackRepeated(text: string): Repeated {
  const [rule, from, points, days = ''] = text.split('/');
  return { rule: Number(rule), from: Number(from), points: Number(points), times: unpackDays(days) };
}
