import type { APIGatewayProxyStructuredResultV2 as Answer, APIGatewayProxyEventV2 } from 'aws-lambda';
import { asSaved } from '../../shared/domain/nurture/preferences.ts';
import { changePreferences } from '../../shared/usecases/identity/change-preferences.ts';
import { confirmMail } from '../../shared/usecases/identity/confirm-mail.ts';
import { eraseAddressee, readErasure } from '../../shared/usecases/identity/erase-lead.ts';
import { readPreferences } from '../../shared/usecases/identity/read-preferences.ts';
import { unsubscribe } from '../../shared/usecases/identity/unsubscribe.ts';
import { confirmErasurePage, receiptPage } from '../../shared/web/identity/erase-pages.tsx';
import { unknownPage } from '../../shared/web/identity/error-pages.tsx';
import { confirmedPage, unsubscribedPage } from '../../shared/web/identity/permission-pages.tsx';
import { preferencesPage } from '../../shared/web/identity/preferences-page.tsx';
import { privateHeaders } from '../../shared/web/identity/private-page.ts';
import { identityWords } from '../../shared/web/identity/words.ts';
import {
  formIn,
  type MailRequest,
  mailIn,
  type PagesSystem,
  page,
  readerOf,
  readRequest,
  unknown,
} from './request.ts';

/**
 * `GET /preferences/{mail}`: a person's preferences and stored data, as a page or, with `?format=json`, a download.
 * @param saved the subjects that were ticked, when they have just been saved
 */
export async function showPreferences(
  system: PagesSystem,
  event: APIGatewayProxyEventV2,
  saved?: readonly string[],
): Promise<Answer> {
  const mail = mailIn(event);
  const preferences = mail && (await readPreferences(system, mail));
  if (!preferences) return showErasure(system, event, mail);
  if (event.queryStringParameters?.format === 'json') {
    const { profile, lead, mailing, events, mails } = preferences;
    return download(system, { profile, consent: lead.mail, mailing, events, mails });
  }
  const reader = readerOf(system, event, preferences.profile.locale);
  const shown = saved ? asSaved(preferences, saved) : preferences;
  return page(system, 200, preferencesPage(shown, system.now(), reader, saved !== undefined));
}

/** Who asked to be erased may look again before that has ended. */
async function showErasure(
  system: PagesSystem,
  event: APIGatewayProxyEventV2,
  mail?: string,
): Promise<Answer> {
  const receipt = mail && (await readErasure(system, mail));
  return receipt ? page(system, 200, receiptPage(receipt, readerOf(system, event))) : unknown(system, event);
}

/** `POST /preferences/{mail}` */
export async function takePreferences(system: PagesSystem, event: APIGatewayProxyEventV2): Promise<Answer> {
  const form = formIn(event);
  const request = await readRequest(system, event);
  if (form.get('do') === 'erase' && form.get('sure') === 'yes') return erase(system, event, request);
  if (!request) return unknown(system, event);
  const { mail, reader } = request;
  switch (form.get('do')) {
    case 'save': {
      const subjects = form.getAll('subject');
      const { preferences: words } = identityWords[reader.language];
      await changePreferences(system, mail, { subjects, ...pauseIn(form) }, words.subjects);
      return showPreferences(system, event, subjects);
    }
    case 'subscribe':
      if ((await confirmMail(system, mail, 'preferences')) !== 'done') return showPreferences(system, event);
      return page(system, 200, confirmedPage(mail, reader));
    case 'unsubscribe':
      await unsubscribe(system, mail, 'preferences');
      return page(system, 200, unsubscribedPage(mail, reader));
    case 'erase':
      return page(system, 200, confirmErasurePage(mail, reader));
    default:
      return showPreferences(system, event);
  }
}

/** Also when the profile is gone already, because an earlier request was interrupted. */
async function erase(
  system: PagesSystem,
  event: APIGatewayProxyEventV2,
  request?: MailRequest,
): Promise<Answer> {
  const mail = mailIn(event);
  const reader = request?.reader ?? readerOf(system, event);
  const receipt = mail && (await eraseAddressee(system, mail));
  return receipt ? page(system, 200, receiptPage(receipt, reader)) : page(system, 404, unknownPage(reader));
}

const MOST_WEEKS = 52;

function pauseIn(form: URLSearchParams): { pauseWeeks?: number } {
  const text = form.get('pause') ?? '';
  return /^\d{1,2}$/.test(text) ? { pauseWeeks: Math.min(Number(text), MOST_WEEKS) } : {};
}

function download({ look }: PagesSystem, preferences: object): Answer {
  const headers = {
    ...privateHeaders(look()),
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="kansrijk.json"',
  };
  return { statusCode: 200, headers, body: JSON.stringify(preferences, null, 2) };
}
