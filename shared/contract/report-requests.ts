import * as z from 'zod/mini';
import { FUNNEL_BY } from '../domain/reports/funnel.ts';

/** Query parameters of the reports. Days are UTC days. */

const day = z.iso
  .date('This is not a day, such as 2026-11-22')
  .check(z.regex(/^2/, 'This is not a day of this millennium'));

export const periodQuery = z.strictObject({
  from: z
    .optional(day)
    .check(
      z.describe(
        'First day; by default the Monday eleven weeks before the week of the last day. Of more than 371 days the last are reported',
      ),
    ),
  to: z.optional(day).check(z.describe('Last day; by default today')),
});

export const funnelQuery = z.extend(periodQuery, { by: z._default(z.enum(FUNNEL_BY), 'week') });
