import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';

/** Without a locale every message would be "Invalid input". */
z.config(en());

/** A response that says what is wrong and what to do about it (RFC 9457); `errors` is by field. */
export class Problem extends Error {
  readonly status: ContentfulStatusCode;
  readonly detail: string;
  readonly errors: Record<string, string> | undefined;
  /** Extra fields of the response. */
  readonly more: object | undefined;

  constructor(status: ContentfulStatusCode, detail: string, errors?: Record<string, string>, more?: object) {
    super(detail);
    this.status = status;
    this.detail = detail;
    this.errors = errors;
    this.more = more;
  }
}

/** The detail when `errors` says the rest. */
export const INVALID = 'Some fields are not valid; see `errors`';

/** The detail for a lead that does not exist or was erased. */
export const UNKNOWN = 'There is no lead with this id or address';

const titles: Partial<Record<ContentfulStatusCode, string>> = {
  400: 'Bad request',
  401: 'Not authorised',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Not JSON',
  422: 'Not valid',
  428: 'If-Match is missing',
  503: 'Not available right now',
};

/** The response for a problem. */
export function problemResponse(c: Context, { status, detail, errors, more }: Problem): Response {
  const body = {
    type: 'about:blank',
    title: titles[status],
    status,
    detail,
    ...(errors && { errors }),
    ...more,
  };
  return c.body(JSON.stringify(body), status, {
    'Content-Type': 'application/problem+json',
    ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }),
  });
}

const UNKNOWN_NAME = { 400: 'There is no such parameter', 422: 'There is no such field' };

/** Validates input. @throws Problem with an error for each invalid field. */
export function checked<S extends z.ZodMiniType>(schema: S, input: unknown, status: 400 | 422): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [[...issue.path, key].join('.'), UNKNOWN_NAME[status]])
      : [[issue.path.join('.') || 'body', issue.message]],
  );
  throw new Problem(status, INVALID, Object.fromEntries(errors));
}
