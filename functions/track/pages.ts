import type { APIGatewayProxyStructuredResultV2 as Answer } from 'aws-lambda';
import { preferredLanguage } from '../../shared/domain/language.ts';
import type { Headers } from '../../shared/usecases/tracking/request-headers.ts';

const texts = {
  notFound: {
    nl: ['Deze link werkt niet', 'Waarschijnlijk is hij niet helemaal meegekomen, of is de mail gewist.'],
    en: ['This link does not work', 'It probably did not come along whole, or the mail was erased.'],
  },
  apology: {
    nl: ['Deze link doet het even niet', 'Probeer het over een paar seconden opnieuw.'],
    en: ['This link does not work right now', 'Please try again in a few seconds.'],
  },
} as const;

const headers = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
};

/** To exactly where a mail pointed; what a header cannot hold is encoded. */
export function redirect(link: string): Answer {
  const location = link.toWellFormed().replace(/[^\x21-\x7e]+/g, encodeURIComponent);
  return { statusCode: 302, headers: { ...headers, location } };
}

/** There is no such mail or link. */
export function notFound(asked: Headers): Answer {
  return page(404, 'notFound', asked);
}

/** Where the link goes cannot be read now. */
export function apology(asked: Headers): Answer {
  const answer = page(503, 'apology', asked);
  return { ...answer, headers: { ...answer.headers, 'retry-after': '5' } };
}

/** Without the layout of the other pages: that would make `track` start later for every visit. */
function page(statusCode: number, which: keyof typeof texts, asked: Headers): Answer {
  const locale = preferredLanguage(undefined, asked['accept-language']);
  const [title, text] = texts[which][locale];
  const body = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>`;
  const own = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'" };
  return { statusCode, headers: { ...headers, ...own, vary: 'accept-language' }, body };
}
