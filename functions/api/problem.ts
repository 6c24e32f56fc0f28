import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';

/** What is wrong with a field is said in words; without a language it would be "Invalid input" always. */
z.config(en());

/** An answer that says what is wrong and what to do about it (RFC 9457); `errors` names fields. */
export class Problem extends Error {
  readonly status: ContentfulStatusCode;
  readonly detail: string;
  readonly errors: Record<string, string> | undefined;
  /** What else a program wants to know. */
  readonly more: object | undefined;

  constructor(status: ContentfulStatusCode, detail: string, errors?: Record<string, string>, more?: object) {
    super(detail);
    this.status = status;
    this.detail = detail;
    this.errors = errors;
    this.more = more;
  }
}

/** Said of a lead that is not there, or was erased. */
export const UNKNOWN = 'There is no lead with this id or address';

const titles: Partial<Record<ContentfulStatusCode, string>> = {
  400: 'Bad request',
  401: 'Not authorised',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  422: 'Not valid',
  503: 'Not available right now',
};

/** The problem as the answer to a request. */
export function answerProblem(c: Context, { status, detail, errors, more }: Problem): Response {
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

/** The input in the form that the schema gives it. Throws a problem that names every field that is wrong. */
export function checked<S extends z.ZodMiniType>(schema: S, input: unknown, status: 400 | 422): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const errors = result.error.issues.map(({ path, message }) => [path.join('.') || 'body', message]);
  throw new Problem(status, 'Some fields are not right; `errors` says which', Object.fromEntries(errors));
}
