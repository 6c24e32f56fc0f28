import type { APIGatewayProxyStructuredResultV2 as Answer, APIGatewayProxyEventV2 } from 'aws-lambda';
import { confirmMail } from '../../shared/usecases/identity/confirm-mail.ts';
import { unsubscribe } from '../../shared/usecases/identity/unsubscribe.ts';
import {
  confirmedPage,
  confirmPage,
  unsubscribedPage,
  unsubscribePage,
} from '../../shared/web/identity/permission-pages.tsx';
import { askedOf, formIn, mailIn, type PagesSystem, page, readerOf, unknown } from './request.ts';

/** `GET /confirm/{mail}`: a button; link scanners press none. */
export async function showConfirm(system: PagesSystem, event: APIGatewayProxyEventV2): Promise<Answer> {
  const asked = await askedOf(system, event);
  return asked ? page(200, confirmPage(asked.addressee, asked.reader)) : unknown(system, event);
}

/** `POST /confirm/{mail}` */
export async function takeConfirm(system: PagesSystem, event: APIGatewayProxyEventV2): Promise<Answer> {
  const asked = await askedOf(system, event);
  if (!asked || (await confirmMail(system, asked.mail)) === 'unknown') return unknown(system, event);
  return page(200, confirmedPage(asked.mail, asked.reader));
}

/** `GET /unsubscribe/{mail}`: a button. */
export async function showUnsubscribe(system: PagesSystem, event: APIGatewayProxyEventV2): Promise<Answer> {
  const asked = await askedOf(system, event);
  return asked ? page(200, unsubscribePage(asked.addressee, asked.reader)) : unknown(system, event);
}

/**
 * `POST /unsubscribe/{mail}`: at once, whoever asks and whatever the body, which mail programs send as urlencoded or
 * multipart (RFC 8058).
 */
export async function takeUnsubscribe(system: PagesSystem, event: APIGatewayProxyEventV2): Promise<Answer> {
  const mail = mailIn(event);
  const how = formIn(event).get('from') === 'page' ? 'unsubscribe-page' : 'one-click';
  if (!mail || (await unsubscribe(system, mail, how)) === 'unknown') return unknown(system, event);
  // It is done; what is needed to say so in the right language may be missing.
  const asked = await askedOf(system, event).catch(() => undefined);
  return page(200, unsubscribedPage(mail, asked?.reader ?? readerOf(system, event)));
}
