import type { APIGatewayProxyStructuredResultV2 as Answer, APIGatewayProxyEventV2 } from 'aws-lambda';
import { askedLanguage, type Language, preferredLanguage } from '../../shared/domain/language.ts';
import type { LinkWords } from '../../shared/web/tracking/words/en.ts';
import { linkWords } from '../../shared/web/tracking/words.ts';

const headers = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
};

/** Redirects to exactly where a mail pointed. Encodes what a header cannot hold. */
export function redirect(link: string): Answer {
  const location = link.toWellFormed().replace(/[^\x21-\x7e]+/g, encodeURIComponent);
  return { statusCode: 302, headers: { ...headers, location } };
}

/** There is no such mail or link. */
export function notFound(event: APIGatewayProxyEventV2): Answer {
  const language = languageOf(event);
  return page(404, language, linkWords[language].unknown);
}

/** The mail cannot be read now. */
export function apology(event: APIGatewayProxyEventV2): Answer {
  const language = languageOf(event);
  const answer = page(503, language, linkWords[language].unavailable);
  return { ...answer, headers: { ...answer.headers, 'retry-after': '5' } };
}

/** A page without the shared layout, which would slow down every cold start of `track`. */
function page(statusCode: number, language: Language, { title, text }: LinkWords['unknown']): Answer {
  const body = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>`;
  const own = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'" };
  return { statusCode, headers: { ...headers, ...own, vary: 'accept-language' }, body };
}

function languageOf({ headers, queryStringParameters: query }: APIGatewayProxyEventV2): Language {
  return preferredLanguage(askedLanguage(query), headers['accept-language']);
}
