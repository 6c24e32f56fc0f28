import * as z from 'zod/mini';
import { clean, cleanLines } from '../domain/clean-text.ts';
import { STAGES } from '../domain/identity/lead.ts';

/** The requests of the API. They are validated with these schemas, which `/api/openapi.json` describes. */

export const instant = z.iso.datetime().check(z.describe('Date and time in UTC'));
export const stage = z.enum(STAGES);
export const verdict = z.enum(['good', 'bad', 'unknown']);
export const readiness = z.enum(['not-ready', 'ready', 'hand-raiser']);

/** Text that is not empty after removing control characters and surrounding white space. */
export const words = (max: number) =>
  z.string(`Give text of 1 to ${max} characters`).check(
    z.maxLength(max, `At most ${max} characters`),
    z.overwrite((text) => cleanLines(text, max)),
    z.minLength(1, 'This must not be empty'),
  );
export const line = (max: number) => words(max).check(z.overwrite((text) => clean(text, max)));

export const permission = z.object({
  wording: words(2_000).check(z.describe('The text that the person agreed to')),
  page: line(1_024).check(z.describe('The page that showed it')),
});

const limit = z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50);
const place = z
  .optional(z.string().check(z.maxLength(200)))
  .check(z.describe('The cursor of the previous page'));

export const listQuery = z.object({
  stage: z.optional(stage),
  fit: z.optional(verdict),
  readiness: z.optional(readiness),
  cursor: place,
  limit,
});

export const lookup = z.object({ email: z.string().check(z.maxLength(1_000)) });

export const eventsQuery = z.object({ cursor: place, limit });

/** Only an address and a source are required: whatever else is wrong is left out, and the response names it. */
export const newLead = z.strictObject({
  email: z.string().check(z.maxLength(1_000)),
  source: line(100).check(z.describe('The system or list it comes from')),
  profile: z
    ._default(z.record(z.string(), z.union([z.string(), z.number()], 'Give text or a number')), {})
    .check(z.describe('Values by field of the playbook')),
  proofs: z
    ._default(
      z.strictObject({
        permission: z
          .optional(z.strictObject({ ...permission.shape, at: z.optional(instant) }))
          .check(z.describe('Permission for mail that the person gave there')),
        interest: z.optional(line(500)).check(z.describe('What the person asked for there')),
      }),
      {},
    )
    .check(z.describe('Without proofs an address stays a name, which is never handed over to sales')),
});

export type ListQuery = z.infer<typeof listQuery>;
export type NewLead = z.infer<typeof newLead>;
