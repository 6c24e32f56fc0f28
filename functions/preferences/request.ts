import type { APIGatewayProxyStructuredResultV2 as Answer, APIGatewayProxyEventV2 } from 'aws-lambda';
import { isMailId } from '../../shared/domain/identity/ids.ts';
import { askedLanguage, type Language, preferredLanguage } from '../../shared/domain/language.ts';
import type { Addressee } from '../../shared/domain/nurture/preferences.ts';
import type { EraseSystem } from '../../shared/usecases/identity/erase-lead.ts';
import { readAddressee } from '../../shared/usecases/identity/read-preferences.ts';
import type { ReadSystem } from '../../shared/usecases/lead-system.ts';
import { unknownPage } from '../../shared/web/identity/error-pages.tsx';
import { privateHeaders, type Reader } from '../../shared/web/identity/private-page.ts';
import type { Look } from '../../shared/web/look/look.ts';

/** What this function needs. */
export interface PagesSystem extends ReadSystem, EraseSystem {
  look: () => Look;
  timeZone: string;
  complain: (message: 'page-not-shown' | 'change-not-kept', reason: string) => void;
}

/** A request about an existing mail. */
export interface MailRequest {
  mail: string;
  addressee: Addressee;
  reader: Reader;
}

/** The mail id in the path; undefined when it is malformed. */
export function mailIn({ pathParameters }: APIGatewayProxyEventV2): string | undefined {
  const mail = pathParameters?.mail ?? '';
  return isMailId(mail) ? mail : undefined;
}

/** The mail with its addressee, and their language; undefined when there is no such mail. */
export async function readRequest(
  system: PagesSystem,
  event: APIGatewayProxyEventV2,
): Promise<MailRequest | undefined> {
  const mail = mailIn(event);
  const addressee = mail && (await readAddressee(system, mail));
  if (!mail || !addressee) return undefined;
  return { mail, addressee, reader: readerOf(system, event, addressee.profile.locale) };
}

/** The reader of a page; `own` is the language of the person it is about, if that is known. */
export function readerOf(
  { look, timeZone }: PagesSystem,
  { headers, queryStringParameters: query }: APIGatewayProxyEventV2,
  own?: Language,
): Reader {
  const asked = askedLanguage(query);
  const language = preferredLanguage(asked ?? own, headers['accept-language']);
  return { language, look, timeZone, ...(asked && { asked }) };
}

/** The fields of an urlencoded form. */
export function formIn({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): URLSearchParams {
  return new URLSearchParams(isBase64Encoded ? Buffer.from(body, 'base64').toString() : body);
}

export function page({ look }: Pick<Reader, 'look'>, statusCode: number, body: string): Answer {
  return { statusCode, headers: privateHeaders(look()), body };
}

/** There is no such mail. Whoever asks with an old link still sees whose page it is. */
export async function unknown(system: PagesSystem, event: APIGatewayProxyEventV2): Promise<Answer> {
  await system.playbook().catch(() => undefined);
  return page(system, 404, unknownPage(readerOf(system, event)));
}
