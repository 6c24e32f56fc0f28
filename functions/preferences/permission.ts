import type { APIGatewayProxyStructuredResultV2 as Answer, APIGatewayProxyEventV2 } from 'aws-lambda';
import { askedOf } from '../../shared/domain/nurture/preferences.ts';
import { confirmMail } from '../../shared/usecases/identity/confirm-mail.ts';
import { unsubscribe } from '../../shared/usecases/identity/unsubscribe.ts';
import {
  confirmedPage,
  confirmPage,
  unsubscribedPage,
  unsubscribePage,
} from '../../shared/web/identity/permission-pages.tsx';
import { showPreferences } from './preferences.ts';
import { formIn, mailIn, type PagesSystem, page, readerOf, readRequest, unknown } from './request.ts';

/**
 * `GET /confirm/{mail}`: only a button, because link scanners follow links but press no buttons; once it was pressed, that it
 * is done.
 */
export async function showConfirm(system: PagesSystem, event: APIGatewayProxyEventV2): Promise<Answer> {
  const request = await readRequest(system, event);
  if (!request) return unknown(system, event);
  const { addressee, reader } = request;
  const { profile, lead, mailing } = addressee;
  const asked = askedOf({ ...addressee, permissions: profile.permissions }, 'confirmation');
  if (asked.length === 0 && lead.mail !== 'granted') return showPreferences(system, event);
  const isDone = asked.length === 0 && mailing.suppressed === undefined;
  return page(system, 200, isDone ? confirmedPage(request.mail, reader) : confirmPage(addressee, reader));
}

/** `POST /confirm/{mail}` */
export async function takeConfirm(system: PagesSystem, event: APIGatewayProxyEventV2): Promise<Answer> {
  const request = await readRequest(system, event);
  const confirmed = request && (await confirmMail(system, request.mail));
  if (!confirmed || confirmed === 'unknown') return unknown(system, event);
  if (confirmed === 'nothing') return showPreferences(system, event);
  return page(system, 200, confirmedPage(request.mail, request.reader));
}

/** `GET /unsubscribe/{mail}`: a button. */
export async function showUnsubscribe(system: PagesSystem, event: APIGatewayProxyEventV2): Promise<Answer> {
  const request = await readRequest(system, event);
  return request
    ? page(system, 200, unsubscribePage(request.addressee, request.reader))
    : unknown(system, event);
}

/** `POST /unsubscribe/{mail}`: unsubscribes at once, whatever the body: mail programs send several kinds (RFC 8058). */
export async function takeUnsubscribe(system: PagesSystem, event: APIGatewayProxyEventV2): Promise<Answer> {
  const mail = mailIn(event);
  const how = formIn(event).get('from') === 'page' ? 'unsubscribe-page' : 'one-click';
  if (!mail || (await unsubscribe(system, mail, how)) === 'unknown') return unknown(system, event);
  // The person is unsubscribed; a failure to find their language must not hide that.
  const request = await readRequest(system, event).catch(() => undefined);
  return page(system, 200, unsubscribedPage(mail, request?.reader ?? readerOf(system, event)));
}
