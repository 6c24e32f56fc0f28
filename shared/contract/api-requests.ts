import * as z from 'zod/mini';
import { clean, cleanLines } from '../domain/clean-text.ts';
import { CURSOR_PATTERN } from '../domain/identity/directory/find.ts';
import { STAGES } from '../domain/identity/lead.ts';

/** The requests of the API. They are validated with these schemas, which `/api/openapi.json` describes. */

export const instant = z.iso.datetime().check(z.describe('Date and time in UTC'));
/** As other systems write it: in any time zone, or only a day. */
const moment = z.union(
  [z.iso.datetime({ offset: true }), z.iso.date()],
  'Give a day or a moment in ISO 8601, such as 2025-05-01 or 2025-05-01T10:00:00+02:00',
);
export const stage = z.enum(STAGES);
export const verdict = z.enum(['good', 'bad', 'unknown']);
export const readiness = z.enum(['not-ready', 'ready', 'hand-raiser']);
export const band = z.enum(['newsletter', 'guides', 'ads', 'call']);

/** What nobody sees, besides white space, as ranges of hexadecimal codes: control characters, and what Unicode lets readers ignore. */
const UNSEEN =
  '0-1f 7f-9f ad-ad 34f-34f 61c-61c 115f-1160 17b4-17b5 180b-180f 200b-200f 202a-202e 2060-206f 3164-3164 ' +
  'fe00-fe0f feff-feff ffa0-ffa0 fff0-fffb 1bca0-1bca3 1d173-1d17a e0000-e0fff';

/** Something that remains when `clean` has removed what nobody sees. */
const VISIBLE = new RegExp(`[^\\s${UNSEEN.replaceAll(/[\da-f]+/g, escaped).replaceAll(' ', '')}]`, 'u');

/** A character as every reader of a pattern understands it: those of JSON Schema know no `\u{…}`. */
function escaped(hex: string): string {
  return hex.length > 4 ? String.fromCodePoint(Number.parseInt(hex, 16)) : `\\u${hex.padStart(4, '0')}`;
}

/** JSON Schema counts characters as people do, `maxLength` of zod the halves of an emoji too. */
export const atMost = (max: number) => [
  z.check<string>(({ value, issues }) => {
    if (value.length <= max || [...value].length <= max) return;
    const message = `At most ${max} characters`;
    issues.push({ code: 'too_big', origin: 'string', maximum: max, input: value, message });
  }),
  z.meta({ maxLength: max }),
];

/** Text that is not empty after removing control characters and surrounding white space. */
export const words = (max: number) =>
  z.string(`Give text of 1 to ${max} characters`).check(
    ...atMost(max),
    z.regex(VISIBLE, 'This must not be empty'),
    z.overwrite((text) => cleanLines(text, text.length)),
    z.minLength(1, 'This must not be empty'),
  );
export const line = (max: number) => words(max).check(z.overwrite((text) => clean(text, text.length)));

export const permission = z.object({
  wording: words(2_000).check(z.describe('The text that the person agreed to')),
  page: line(1_024).check(z.describe('The page that showed it')),
});

/** An address in the spelling of whoever types it; `normaliseEmail` reads more spellings than JSON Schema can say. */
const email = z
  .string()
  .check(z.minLength(1), z.maxLength(1_000), z.meta({ format: 'email', maxLength: 254 }));

/** A parameter is text; for a reader of the description it is a number. */
const limit = z.pipe(
  z._default(
    z
      .string()
      .check(
        z.regex(/^([1-9]\d?|100)$/, 'Give a whole number from 1 to 100'),
        z.meta({ type: 'integer', minimum: 1, maximum: 100, pattern: undefined }),
      ),
    '50',
  ),
  z.transform(Number),
);

const cursor = (pattern: RegExp) =>
  z.optional(
    z
      .string()
      .check(
        z.regex(pattern, 'This is not the `cursor` of a page'),
        z.describe('The `cursor` of the previous page'),
      ),
  );

/** A place in the directory, or in what a search finds. */
const LIST_CURSOR = new RegExp(
  `${CURSOR_PATTERN.source}|^(?=.)((words|address|domain)\\.[\\w-]{22})?(!${CURSOR_PATTERN.source.slice(1)})?$`,
);

export const listQuery = z.strictObject({
  q: z
    .optional(line(254))
    .check(
      z.describe(
        'Beginnings of words of a name or company, all of which a person must have; or of an address. Fewer than two letters, of an address three, find nobody',
      ),
    ),
  stage: z.optional(stage),
  fit: z.optional(verdict),
  readiness: z.optional(readiness),
  band: z.optional(band),
  owner: z.optional(line(100)).check(z.describe('The person of sales who has it')),
  subject: z.optional(line(100)).check(z.describe('A subject that it may be mailed about')),
  limit,
  cursor: cursor(LIST_CURSOR),
});

export const lookup = z.strictObject({ email });

/** Its cursor has the instant of an event, the number of an action, and the id of the event in base64url. */
export const eventsQuery = z.strictObject({
  limit,
  cursor: cursor(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~\d{1,5}~[\w-]{1,600}$/),
});

/** Only an address and a source are required: whatever else is wrong is left out, and the response names it. */
export const newLead = z.strictObject({
  email,
  source: line(100).check(z.describe('The system or list it comes from')),
  profile: z
    ._default(z.record(z.string(), z.union([z.string(), z.number()], 'Give text or a number')), {})
    .check(z.describe('Values by field of the playbook')),
  attended: z
    .optional(z.array(line(40)).check(z.minLength(1), z.maxLength(20)))
    .check(z.describe('Names of events of the playbook, such as a webinar, that the person came to')),
  locale: z
    .optional(line(35))
    .check(
      z.describe(
        'The language of the person, such as `nl` or `en-GB`: that of its mails. Without it they are in English until a form tells',
      ),
    ),
  proofs: z
    ._default(
      z.strictObject({
        permission: z
          .optional(
            z.strictObject({
              ...permission.shape,
              at: z.optional(moment).check(z.describe('When the person gave it; now by default')),
              confirmedAt: z
                .optional(moment)
                .check(
                  z.describe(
                    'When the owner of the address confirmed it there: then it counts, unless the person unsubscribed here. Without it the permission waits for a confirmation',
                  ),
                ),
              source: z.optional(line(100)).check(z.describe('Where it was given, if not in `source`')),
              subjects: z
                .optional(z.array(z.string()).check(z.minLength(1), z.maxLength(50)))
                .check(
                  z.describe(
                    'The subjects of the playbook that the wording names; all of them by default. Mail about others is not sent',
                  ),
                ),
            }),
          )
          .check(z.describe('Permission for mail that the person gave there')),
        interest: z.optional(line(500)).check(z.describe('What the person asked for there')),
      }),
      {},
    )
    .check(z.describe('Without proofs an address stays a name, which is never handed over to sales')),
  confirm: z
    .optional(z.boolean())
    .check(
      z.describe(
        'Whether to send a mail that asks the person to confirm the permission, if it is not confirmed',
      ),
    ),
});

export type ListQuery = z.infer<typeof listQuery>;
export type NewLead = z.infer<typeof newLead>;
