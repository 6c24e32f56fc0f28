import type { Instant } from '../../domain/time.ts';
import { packMoments, unpackMoments } from '../packed-moments.ts';

/** The path of each moment in a lead's record, by a letter. */
const PLACES: Record<string, readonly string[]> = {
  c: ['changedAt'],
  s: ['stageAt'],
  b: ['bandAt'],
  r: ['raisedAt'],
  f: ['origin', 'at'],
  m: ['origin', 'campaignAt'],
  o: ['handover', 'openedAt'],
  a: ['handover', 'answer', 'at'],
  h: ['handover', 'reached', 'sal'],
  q: ['handover', 'reached', 'sql'],
  e: ['handover', 'reached', 'opportunity'],
  k: ['handover', 'callBack', 'at'],
  t: ['returned', 'at'],
  l: ['lost', 'at'],
  w: ['won', 'at'],
  p: ['permission', 'asked'],
  g: ['permission', 'granted'],
  v: ['permission', 'vouched'],
  d: ['permission', 'withdrawn'],
};

type Tree = { [name: string]: unknown };

/** A record without its moments, and the moments as one text. Groups that become empty are left out. */
export function withoutMoments<T extends object>(record: T): { rest: Partial<T>; moments: string } {
  const rest = structuredClone(record) as Tree;
  const moments: Record<string, Instant> = {};
  for (const [letter, path] of Object.entries(PLACES)) {
    const { parent, name } = placeIn(rest, path);
    const at = parent?.[name];
    if (typeof at === 'string' && at !== '') moments[letter] = at;
    delete parent?.[name];
  }
  for (const [group] of Object.values(PLACES)) {
    if (group !== undefined && isEmpty(rest[group])) delete rest[group];
  }
  return { rest: rest as Partial<T>, moments: packMoments(moments) };
}

/** The record with its moments put back. */
export function withMoments(rest: Tree, moments: string): Tree {
  const record = structuredClone(rest);
  for (const [letter, at] of Object.entries(unpackMoments(moments))) {
    const path = PLACES[letter] ?? [];
    const [group = ''] = path;
    if (path.length > 1) record[group] ??= {};
    const { parent, name } = placeIn(record, path);
    if (parent !== undefined) parent[name] = at;
  }
  return record;
}

function placeIn(record: Tree, path: readonly string[]): { parent: Tree | undefined; name: string } {
  const parent = path
    .slice(0, -1)
    .reduce<Tree | undefined>((at, name) => at?.[name] as Tree | undefined, record);
  return { parent, name: path.at(-1) ?? '' };
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
