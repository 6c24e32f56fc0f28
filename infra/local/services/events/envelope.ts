import type { Entry } from './put-events-entry.ts';

/** An event as rules and targets receive it. */
export interface Envelope {
  version: '0';
  id: string;
  'detail-type': string;
  source: string;
  account: string;
  /** ISO, in whole seconds. */
  time: string;
  region: string;
  resources: string[];
  detail: unknown;
}

interface Context {
  id: string;
  /** Milliseconds since 1970. */
  now: number;
  region: string;
  accountId: string;
}

/** Wraps an accepted entry. */
export function envelope(entry: Entry, { id, now, region, accountId }: Context): Envelope {
  const at = entry.Time === undefined ? now : entry.Time * 1000;
  return {
    version: '0',
    id,
    'detail-type': entry.DetailType ?? '',
    source: entry.Source ?? '',
    account: accountId,
    time: `${new Date(at).toISOString().slice(0, 19)}Z`,
    region,
    resources: entry.Resources ?? [],
    detail: JSON.parse(entry.Detail ?? '{}'),
  };
}
