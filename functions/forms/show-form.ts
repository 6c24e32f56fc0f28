import type { APIGatewayProxyStructuredResultV2 as Answer, APIGatewayProxyEventV2 } from 'aws-lambda';
import { askedLanguage, preferredLanguage } from '../../shared/domain/language.ts';
import { describeForm } from '../../shared/usecases/forms/describe-form.ts';
import { formDescription } from '../../shared/web/forms/form-description.ts';
import { formPage } from '../../shared/web/forms/form-page.tsx';
import { thanksPage } from '../../shared/web/forms/message-pages.tsx';
import { json, noForm, page, screen, unavailable } from './answers.ts';
import { type FormsSystem, formIn, VISITOR_HEADER, visitorIn, wantsJson } from './request.ts';

type Query = Readonly<Record<string, string | undefined>>;

/**
 * `GET /f/{form}`: as JSON, asking only for what is unknown; as a page, asking a stranger: it does not know the browser,
 * whose id stays in the storage of the company's website.
 */
export async function showForm(system: FormsSystem, event: APIGatewayProxyEventV2): Promise<Answer> {
  const name = formIn(event);
  const query = event.queryStringParameters ?? {};
  const reader = readerOf(system, event, query);
  const { language } = reader;
  const visitor = reader.wantsJson ? visitorIn(event.headers[VISITOR_HEADER], event) : undefined;
  try {
    const asked = await describeForm(system, name, visitor);
    if (asked === undefined) return noForm(reader);
    if (reader.wantsJson) return json(200, formDescription(asked, language));
    const hidden = {
      _t: system.now(),
      _key: system.newId(),
      _locale: language,
      _page: pageOf(`${system.publicUrl}/f/${name}`, query),
    };
    const { _visitor, _locale, locale, lang, ...rest } = query;
    return screen(
      system,
      200,
      formPage({
        asked,
        hasChallenge: system.challenges !== undefined,
        language,
        look: system.look(),
        hidden,
        inLanguage: (other) => `/f/${name}${queryString({ ...rest, _locale: other })}`,
      }),
    );
  } catch (error) {
    system.complain('form-not-shown', (error as Error).name);
    return unavailable(reader);
  }
}

/** `GET /f/{form}/thanks` */
export async function showThanks(system: FormsSystem, event: APIGatewayProxyEventV2): Promise<Answer> {
  const query = event.queryStringParameters ?? {};
  const reader = readerOf(system, event, query);
  try {
    const asked = await describeForm(system, formIn(event), undefined);
    return asked === undefined
      ? noForm(reader)
      : page(reader, 200, thanksPage(asked.form, reader, query.confirm !== undefined));
  } catch (error) {
    system.complain('form-not-shown', (error as Error).name);
    return unavailable(reader);
  }
}

function readerOf({ look }: FormsSystem, event: APIGatewayProxyEventV2, query: Query) {
  const language = preferredLanguage(askedLanguage(query), event.headers['accept-language']);
  return { wantsJson: wantsJson(event), language, look };
}

/** The page where permission is given, with the campaign that led there. */
function pageOf(address: string, query: Query): string {
  if (query._page !== undefined) return query._page;
  const campaign = Object.entries(query).filter(([name]) => name.startsWith('utm_'));
  return `${address}${queryString(Object.fromEntries(campaign))}`;
}

function queryString(query: Query): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
