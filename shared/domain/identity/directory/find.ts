import type { FitVerdict } from '../../fit/fit.ts';
import type { HandoverReason, ReturnReason } from '../../handover/handover.ts';
import { nameInReports } from '../../name-in-reports.ts';
import type { Band } from '../../scoring/scoring.ts';
import type { LeadId } from '../ids.ts';
import type { Readiness, Stage } from '../lead.ts';
import { EVERY_SUBJECT } from '../mail-consent.ts';
import { type Need, needOf } from './need.ts';
import type { DirectoryRow, Minute } from './row.ts';

/** Which leads a list shows: those of which all that is given holds. */
export interface DirectoryFilter {
  stage?: Stage | undefined;
  band?: Band | undefined;
  fit?: FitVerdict | undefined;
  readiness?: Readiness | undefined;
  owner?: string | undefined;
  form?: string | undefined;
  campaign?: string | undefined;
  /** It may be mailed about this subject. */
  subject?: string | undefined;
  /** Of its last hand-over. */
  status?: DirectoryRow['status'];
  reason?: HandoverReason | undefined;
  /** Why sales last returned it. */
  returned?: ReturnReason | undefined;
  /** Sales was reminded of its hand-over, and has not answered. */
  isOverdue?: true | undefined;
  isStalled?: true | undefined;
  /** Why it needs somebody today. */
  need?: Need | undefined;
  /** It was handed over at some time: what sales may see. */
  wasHandedOver?: true | undefined;
  ids?: ReadonlySet<LeadId> | undefined;
}

/** Highest score, newest activity, or longest wait first. */
export const LIST_ORDERS = ['score', 'activity', 'waiting'] as const;
export type ListOrder = (typeof LIST_ORDERS)[number];

export interface FoundRows {
  rows: DirectoryRow[];
  /** How many the filter finds in all. */
  total: number;
  /** Where the next page begins; undefined on the last one. */
  next?: string;
}

/** Leads with the same key are in the order of their ids, so a place is unique. */
interface Place {
  key: number;
  id: string;
}

/**
 * A page of the rows that a filter finds, from one look at each. A page begins after the place in `after`, whether or not
 * the lead that was there has moved since.
 * @param order a key of at most fifteen digits, the highest first, instead of an order with a name
 */
export function findRows(
  rows: Iterable<DirectoryRow>,
  filter: DirectoryFilter,
  {
    order,
    limit,
    after,
  }: { order: ListOrder | ((row: DirectoryRow) => number); limit: number; after?: string | undefined },
): FoundRows {
  const matches = matcher(filter);
  const keyOf = typeof order === 'function' ? order : KEYS[order];
  const start = after === undefined ? undefined : placeIn(after);
  const best: { key: number; id: string; row: DirectoryRow }[] = [];
  let [total, behind] = [0, 0];
  for (const row of rows) {
    if (!matches(row)) continue;
    total += 1;
    const place = { key: keyOf(row), id: row.id, row };
    if (start !== undefined && !isBefore(start, place)) continue;
    behind += 1;
    const last = best[limit - 1];
    if (last !== undefined && !isBefore(place, last)) continue;
    best.splice(indexIn(best, place), 0, place);
    if (best.length > limit) best.pop();
  }
  const end = best.at(-1);
  const found = { rows: best.map(({ row }) => row), total };
  return behind > best.length && end !== undefined ? { ...found, next: `${end.key}~${end.id}` } : found;
}

/** The key by which each order sorts, the highest first. */
const KEYS: Record<ListOrder, (row: DirectoryRow) => number> = {
  // Of two with the same score, the one that did something last. Minutes have eight digits until 2160.
  score: ({ score, activeAt }) => score * 100_000_000 + activeAt,
  activity: ({ activeAt }) => activeAt,
  waiting: (row) => -waitsSince(row),
};

/** The keys have a cursor as text: a number, and the id of a lead. */
export const CURSOR_PATTERN = /^-?\d{1,15}~[\w-]{1,64}$/;

/** Since when somebody waits for sales; who waits for nobody, since it entered its stage. */
export function waitsSince({ status, openedAt, raisedAt, stageAt }: DirectoryRow): Minute {
  if (status === 'open' && openedAt !== undefined) return openedAt;
  return raisedAt ?? stageAt;
}

/** Whether a lead may be mailed about a subject, by its row. */
function isGranted({ subjects }: DirectoryRow, subject: string): boolean {
  return subjects.includes(subject) || subjects.includes(EVERY_SUBJECT);
}

/** The test of a filter, with only the conditions that it has. */
export function matcher(filter: DirectoryFilter): (row: DirectoryRow) => boolean {
  const { form, campaign, subject, isOverdue, isStalled, need, wasHandedOver, ids, ...same } = filter;
  const tests: ((row: DirectoryRow) => boolean)[] = [];
  for (const [field, value] of Object.entries(same)) {
    if (value !== undefined) tests.push((row) => row[field as keyof typeof same] === value);
  }
  if (form !== undefined) tests.push(isFrom('form', form));
  if (campaign !== undefined) tests.push(isFrom('campaign', campaign));
  if (ids) tests.push(({ id }) => ids.has(id));
  if (subject !== undefined) tests.push((row) => isGranted(row, subject));
  if (isOverdue) tests.push(({ status, told }) => status === 'open' && told !== undefined);
  if (isStalled) tests.push((row) => row.isStalled);
  if (need !== undefined) tests.push((row) => needOf(row) === need);
  if (wasHandedOver) tests.push(({ handover }) => handover !== undefined);
  return (row) => tests.every((test) => test(row));
}

/** Names are compared as the reports have them, which cut long ones. */
function isFrom(field: 'form' | 'campaign', name: string): (row: DirectoryRow) => boolean {
  const asked = nameInReports(name);
  const known = new Map<string, boolean>();
  return ({ [field]: own }) => {
    if (own === undefined) return false;
    const is = known.get(own) ?? nameInReports(own) === asked;
    known.set(own, is);
    return is;
  };
}

function isBefore(a: Place, b: Place): boolean {
  return a.key === b.key ? a.id < b.id : a.key > b.key;
}

/** Where a place belongs in a sorted list. */
function indexIn(sorted: readonly Place[], place: Place): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(sorted[middle] as Place, place)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placeIn(cursor: string): Place {
  const [key = '', ...id] = cursor.split('~');
  return { key: Number(key), id: id.join('~') };
}
