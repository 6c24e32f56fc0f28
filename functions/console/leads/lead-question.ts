import * as z from 'zod/mini';
import { band, readiness, stage, verdict } from '../../../shared/contract/api-requests.ts';
import { HANDOVER_REASONS, RETURN_REASONS } from '../../../shared/domain/handover/handover.ts';
import { CURSOR_PATTERN, LIST_ORDERS } from '../../../shared/domain/identity/directory/find.ts';
import { NEEDS } from '../../../shared/domain/identity/directory/need.ts';

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
  const { q, order = 'score', cursor, paused, isOverdue, isStalled, ...filter } = asked as Asked;
  const also = {
    ...(isOverdue && { isOverdue: true as const }),
    ...(isStalled && { isStalled: true as const }),
  };
  return { asked, cursor, order, question: { q, paused, order, filter: { ...filter, ...also } } };
}
