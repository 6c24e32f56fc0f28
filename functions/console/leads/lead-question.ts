import * as z from 'zod/mini';
import { band, readiness, stage, verdict } from '../../../shared/contract/api-requests.ts';
import { periodQuery } from '../../../shared/contract/report-requests.ts';
import { HANDOVER_REASONS, RETURN_REASONS } from '../../../shared/domain/handover/handover.ts';
import { CURSOR_PATTERN, LIST_ORDERS } from '../../../shared/domain/identity/directory/find.ts';
import { NEEDS } from '../../../shared/domain/identity/directory/need.ts';
import { COUNTERS } from '../../../shared/domain/reports/counted.ts';

const text = z.string().check(z.minLength(1), z.maxLength(254));

/** Each parameter of the list of leads by itself: an address that is partly wrong still shows what can be shown. */
const parameters = {
  q: z.pipe(
    z.string(),
    z.transform((typed) => typed.trim().slice(0, 254) || undefined),
  ),
  ...{ stage, band, fit: verdict, readiness },
  ...{ owner: text, form: text, campaign: text, subject: text },
  status: z.enum(['open', 'accepted', 'returned']),
  reason: z.enum(HANDOVER_REASONS),
  returned: z.enum(RETURN_REASONS),
  isOverdue: z.literal('true'),
  isStalled: z.literal('true'),
  need: z.enum(NEEDS),
  paused: text,
  order: z.enum(LIST_ORDERS),
  counted: z.string().check(z.refine((name) => COUNTERS.has(name))),
  under: z.string().check(z.maxLength(254)),
  ...periodQuery.shape,
  cursor: z.string().check(z.regex(CURSOR_PATTERN)),
};

type Asked = Partial<{ [Name in keyof typeof parameters]: z.infer<(typeof parameters)[Name]> }>;

/** What an address asks of the list of leads, and the same as text; what cannot be is left out. */
export function leadQuestion(query: Readonly<Record<string, string>>) {
  const asked: Record<string, string> = {};
  for (const [name, schema] of Object.entries(parameters)) {
    const value = query[name] === undefined ? undefined : schema.safeParse(query[name]).data;
    if (value !== undefined) asked[name] = value;
  }
  if (asked.counted === undefined) for (const name of ['under', 'from', 'to']) delete asked[name];
  const { q, order = 'score', cursor, paused, isOverdue, isStalled, ...named } = asked as Asked;
  const { counted: number, under, from, to, ...filter } = named;
  const counted = number === undefined ? undefined : { counted: number, under, period: { from, to } };
  const also = {
    ...(isOverdue && { isOverdue: true as const }),
    ...(isStalled && { isStalled: true as const }),
  };
  return { asked, cursor, order, question: { q, paused, order, counted, filter: { ...filter, ...also } } };
}
