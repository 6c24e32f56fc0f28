import * as z from 'zod/mini';
import { languages } from '../domain/language.ts';
import { instant } from './api-requests.ts';

/** The playbook in the API: requests and responses, and schemas for `/api/openapi.json`. */

const etag = z.string().check(z.describe('The `ETag` of its text, without quotation marks'));
const path = z
  .string()
  .check(z.describe('Its path in the playbook, such as `scoring.yaml` or `mails/tip-1.nl.md`'));

const author = z.object({
  by: z.enum(['person', 'key', 'deployment']),
  name: z.optional(z.string()),
});

const version = z.object({
  version: z.int(),
  author,
  note: z.string(),
  publishedAt: instant,
  changes: z.array(z.string()).check(z.describe('What is different from the version before, in words')),
  more: z.int().check(z.describe('How many more changes there are')),
});

const files = z
  .record(z.string(), z.string())
  .check(z.describe('Each file by its path, such as `mails/tip-1.nl.md`'));

export const playbookAnswer = z.object({
  ...version.shape,
  files,
  digest: z.string().check(z.describe('Equal for equal files')),
  draft: z
    .array(
      z.object({
        file: path,
        state: z.enum(['changed', 'added', 'removed', 'behind']),
        etag,
        by: author,
        at: instant,
      }),
    )
    .check(
      z.describe(
        'The files that are different in the draft. `behind`: another text was published since it began',
      ),
    ),
  etag: z.string().check(z.describe('Of the draft as a whole')),
});

export const versionAnswer = z.object({
  ...version.shape,
  files: z.nullable(files).check(z.describe('null of a version from before files were stored')),
});

export const versionList = z.object({
  versions: z.array(version),
  live: z.int().check(z.describe('The number of the version that is live')),
  next: z.nullable(z.int()).check(z.describe('`before` of the next page; null on the last page')),
});

export const savedAnswer = z.object({
  file: path,
  state: z.enum(['same', 'changed', 'added', 'removed', 'behind']),
});

/** 412: a colleague was first. */
export const overtakenAnswer = z.object({
  ...{ type: z.string(), title: z.string(), status: z.int(), detail: z.string() },
  text: z.nullable(z.string()).check(z.describe('The text as it is now; null when the file is not there')),
  by: z.optional(author),
});

export const pictureAnswer = z.object({
  digest: z.string(),
  type: z.enum(['png', 'jpeg', 'gif', 'webp']),
  ...{ width: z.int(), height: z.int(), bytes: z.int() },
  address: z.string().check(z.describe('Where everybody sees it, on the address of this system')),
  text: z
    .string()
    .check(z.describe('Save this as `pictures/NAME` in the draft, with the ending of its type')),
});

export const discardRequest = z.strictObject({
  file: z.string().check(z.maxLength(200)),
  etag: z.string().check(z.maxLength(100)),
});

export const discardAnswer = z.object({ file: path });

const mistake = z.object({
  file: path,
  line: z.int(),
  column: z.int(),
  field: z
    .string()
    .check(z.describe('The setting, such as `rules[2].points`; empty for the file as a whole')),
  reason: z.string().check(z.describe('What is wrong, and what would be right')),
});

const mistakes = {
  mistakes: z.array(mistake),
  more: z.int().check(z.describe('How many more mistakes and warnings there are than are listed')),
};

/** JSON and YAML have no use for more than this. */
const fileText = z.string().check(z.maxLength(200_000));

export const checkRequest = z.strictObject({
  file: z.optional(z.string().check(z.maxLength(200))),
  text: z
    .optional(z.nullable(fileText))
    .check(z.describe('A text of `file` that is not saved; null: as if it were removed')),
});

export const checkAnswer = z.object({
  ...mistakes,
  warnings: z.array(mistake).check(z.describe('What can be published, and may not be meant')),
  etag: z.string().check(z.describe('Of the draft as a whole, as it was checked')),
});

const note = z.string().check(z.maxLength(300), z.describe('What changed and why, for colleagues'));
const over = z
  .optional(z.int().check(z.minimum(0), z.maximum(999_999)))
  .check(z.describe('Publish only over this version'));

export const publishRequest = z.strictObject({
  note,
  over,
  draft: z
    .optional(z.string().check(z.maxLength(100)))
    .check(z.describe('Publish only this draft, by its `etag`')),
  files: z
    .optional(z.record(z.string(), fileText))
    .check(z.describe('Publish these files in place of the draft, which stays')),
});

export const publishVersionRequest = z.strictObject({ note: z.optional(note), over });

export const publishAnswer = z.object({
  version: z.int(),
  isNew: z.boolean().check(z.describe('false when the very same was live already')),
});

/** 422: the mistakes that keep it from being published. */
export const mistakesAnswer = z.object({
  ...{ type: z.string(), title: z.string(), status: z.int(), detail: z.string() },
  errors: z.optional(z.record(z.string(), z.string())),
  mistakes: z.optional(z.array(mistake)),
  more: z.optional(z.int()),
});

/** 409: what was published meanwhile. */
export const publishConflict = z.object({
  ...{ type: z.string(), title: z.string(), status: z.int(), detail: z.string() },
  version: z.optional(z.int()).check(z.describe('The version that is live now')),
  files: z.optional(z.array(path)).check(z.describe('Files of which another text was published meanwhile')),
});

/** A check tells its mistakes in one language. */
export const languageQuery = z.strictObject({
  lang: z.optional(
    z
      .enum(languages, `Give ${languages.join(' or ')}`)
      .check(z.describe('The language of the mistakes; else as `Accept-Language` prefers, else English')),
  ),
});

export const versionsQuery = z.strictObject({
  before: z.optional(
    z
      .string()
      .check(
        z.regex(/^[1-9]\d{0,5}$/, 'Give the number of a version'),
        z.meta({ type: 'integer', minimum: 1, maximum: 999_999, pattern: undefined }),
        z.describe('Only versions before this number'),
      ),
  ),
});

const estimated = {
  count: z.int(),
  low: z
    .int()
    .check(z.describe('With 95 % certainty at least so many; the same as `count` when all were looked at')),
  high: z.int(),
};

const leadChange = {
  kind: z.enum(['handed-over', 'crosses', 'falls-back', 'fit', 'band', 'mail-more', 'mail-less']),
  from: z.optional(z.string()).check(z.describe('The fit or the band that it has')),
  to: z.optional(z.string()),
  reason: z.optional(z.string()).check(z.describe('Why it is handed over')),
  sequence: z.optional(z.string()).check(z.describe('`newsletter:` and the mail for an issue')),
  mail: z.optional(z.string()),
};

export const tryAnswer = z.object({
  version: z.int().check(z.describe('The version that is live')),
  etag: z.string().check(z.describe('Of the draft as a whole, as it was tried')),
  leads: z.int(),
  sampled: z.int().check(z.describe('How many of them were looked at: all, or a random sample')),
  unread: z
    .int()
    .check(z.describe('How many of these did too much to be read, and were judged by their score')),
  changed: z.object(estimated).check(z.describe('Leads for whom anything changes')),
  changes: z.array(z.object({ ...leadChange, ...estimated })),
  examples: z
    .array(z.object({ lead: z.string(), changes: z.array(z.object(leadChange)) }))
    .check(z.describe('Empty for a key that may not read leads')),
  until: z.string().check(z.describe('Mails that are due by then were looked at')),
  units: z.number().check(z.describe('Read units that it took')),
});
