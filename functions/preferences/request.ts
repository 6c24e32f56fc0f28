import type { APIGatewayProxyStructuredResultV2 as Answer, APIGatewayProxyEventV2 } from 'aws-lambda';
import { isMailId } from '../../shared/domain/identity/ids.ts';
import { preferredLanguage } from '../../shared/domain/language.ts';
import type { Addressee } from '../../shared/domain/nurture/preferences.ts';
import { type PreferencesSystem, readAddressee } from '../../shared/usecases/identity/read-preferences.ts';
import { unknownPage } from '../../shared/web/identity/error-pages.tsx';
import { privateHeaders, type Reader } from '../../shared/web/identity/private-page.tsx';

/** All that this function works with. */
export interface PagesSystem extends PreferencesSystem {
  websiteUrl: string;
  timeZone: string;
  complain: (message: 'page-not-shown' | 'change-not-kept', reason: string) => void;
}

/** A request about a mail that there is. */
export interface Asked {
  mail: string;
  addressee: Addressee;
  reader: Reader;
}

/** The id in the path, when it can be one. */
export function mailIn({ pathParameters }: APIGatewayProxyEventV2): string | undefined {
  const mail = pathParameters?.mail ?? '';
  return isMailId(mail) ? mail : undefined;
}

/** Whom the mail was for, spoken to in the own language; undefined when there is no such mail. */
export async function askedOf(
  system: PagesSystem,
  event: APIGatewayProxyEventV2,
): Promise<Asked | undefined> {
  const mail = mailIn(event);
  const addressee = mail && (await readAddressee(system, mail));
  if (!mail || !addressee) return undefined;
  return { mail, addressee, reader: { ...readerOf(system, event), language: addressee.profile.locale } };
}

/** Somebody of whom only the browser is known. */
export function readerOf({ websiteUrl, timeZone }: PagesSystem, { headers }: APIGatewayProxyEventV2): Reader {
  return { language: preferredLanguage(undefined, headers['accept-language']), websiteUrl, timeZone };
}

/** What the page sent along, as browsers send a form without files. */
export function formIn({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): URLSearchParams {
  return new URLSearchParams(isBase64Encoded ? Buffer.from(body, 'base64').toString() : body);
}

export function page(statusCode: number, body: string): Answer {
  return { statusCode, headers: { ...privateHeaders }, body };
}

export function unknown(system: PagesSystem, event: APIGatewayProxyEventV2): Answer {
  return page(404, unknownPage(readerOf(system, event)));
}
