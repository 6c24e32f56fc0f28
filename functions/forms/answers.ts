import type { APIGatewayProxyStructuredResultV2 as Answer } from 'aws-lambda';
import type { Language } from '../../shared/domain/language.ts';
import { messagePage } from '../../shared/web/forms/message-pages.tsx';
import { formWords } from '../../shared/web/forms/words.ts';
import { challengeHeaders, pageHeaders } from '../../shared/web/layout/page-headers.ts';
import type { Look } from '../../shared/web/look/look.ts';
import type { Refused } from './body.ts';
import type { FormsSystem } from './request.ts';

/** The format and the language of a response. */
export interface Reader {
  wantsJson: boolean;
  language: Language;
  look: () => Look;
}

const plain = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', vary: 'accept' };

export function page(
  { look }: Pick<Reader, 'look'>,
  statusCode: number,
  body: string,
  headers: Record<string, string> = {},
): Answer {
  return { statusCode, headers: { ...pageHeaders(look()), vary: 'accept', ...headers }, body };
}

/** A page with a form, which may load the script that solves its challenge, and nothing else. */
export function screen(
  { challenges, look }: Pick<FormsSystem, 'challenges' | 'look'>,
  statusCode: number,
  body: string,
  headers: Record<string, string> = {},
): Answer {
  return page({ look }, statusCode, body, { ...(challenges && challengeHeaders(look())), ...headers });
}

export function json(statusCode: number, value: object): Answer {
  const headers = { ...plain, 'content-type': 'application/json; charset=utf-8' };
  return { statusCode, headers, body: JSON.stringify(value) };
}

/** A problem response (RFC 9457). */
export function problem(status: number, title: string, headers: Record<string, string> = {}): Answer {
  return {
    statusCode: status,
    headers: { ...plain, 'content-type': 'application/problem+json; charset=utf-8', ...headers },
    body: JSON.stringify({ type: 'about:blank', title, status }),
  };
}

export function seeOther(location: string): Answer {
  return { statusCode: 303, headers: { ...plain, location } };
}

export function noForm(reader: Reader): Answer {
  const { noForm, noFormText } = formWords[reader.language];
  return reader.wantsJson ? problem(404, noForm) : page(reader, 404, messagePage(noForm, noFormText, reader));
}

const STATUS: Readonly<Record<Refused, number>> = {
  unreadable: 400,
  'too-large': 413,
  'wrong-type': 415,
  'wrong-encoding': 415,
};

/** The body cannot be read. */
export function refusal(reason: Refused, reader: Reader): Answer {
  const words = formWords[reader.language];
  const text = words.refusals[reason];
  const status = STATUS[reason];
  if (reader.wantsJson) return problem(status, text);
  return page(reader, status, messagePage(words.notStored, text, reader));
}

export const RETRY_AFTER = { 'retry-after': '5' };

/** The page needs the table, which cannot be read now. */
export function unavailable(reader: Reader): Answer {
  const words = formWords[reader.language];
  if (reader.wantsJson) return problem(503, words.unavailable, RETRY_AFTER);
  return page(reader, 503, messagePage(words.notStored, words.unavailable, reader), RETRY_AFTER);
}
