import type { APIGatewayProxyStructuredResultV2 as Answer, APIGatewayProxyEventV2 } from 'aws-lambda';
import { askedLanguage, preferredLanguage } from '../../shared/domain/language.ts';
import { describeForm } from '../../shared/usecases/forms/describe-form.ts';
import { formDescription } from '../../shared/web/forms/form-description.ts';
import { formPage } from '../../shared/web/forms/form-page.tsx';
import { thanksPage } from '../../shared/web/forms/message-pages.tsx';
import { json, noForm, page, unavailable } from './answers.ts';
import { type FormsSystem, formIn, visitorIn, wantsJson } from './request.ts';

type Query = Readonly<Record<string, string | undefined>>;

/** `GET /f/{form}`: the form, asking only for what is unknown. */
export async function showForm(system: FormsSystem, event: APIGatewayProxyEventV2): Promise<Answer> {
  const name = formIn(event);
  const query = event.queryStringParameters ?? {};
  const reader = readerOf(system, event, query);
  const { language, websiteUrl } = reader;
  const visitor = visitorIn(query._visitor, event);
  try {
    const asked = await describeForm(system, name, visitor);
    if (asked === undefined) return noForm(reader);
    if (reader.wantsJson) return json(200, formDescription(asked, language));
    const hidden = {
      // Without a time, the too-fast check is skipped: a known lead may have no fields left to fill in.
      ...(asked.questions.email && { _t: system.now() }),
      _key: system.newId(),
      _locale: language,
      _page: pageOf(`${system.publicUrl}/f/${name}`, query),
      ...(visitor && { _visitor: visitor }),
    };
    const here = (changed: Query) => `/f/${name}${queryString({ ...query, ...changed })}`;
    return page(
      200,
      formPage({
        asked,
        language,
        websiteUrl,
        hidden,
        inLanguage: (other) => here({ _locale: other, locale: undefined, lang: undefined }),
        ...(!asked.questions.email && { forStranger: here({ _visitor: undefined }) }),
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
      : page(200, thanksPage(asked.form, reader, query.confirm !== undefined));
  } catch (error) {
    system.complain('form-not-shown', (error as Error).name);
    return unavailable(reader);
  }
}

function readerOf({ websiteUrl }: FormsSystem, event: APIGatewayProxyEventV2, query: Query) {
  const language = preferredLanguage(askedLanguage(query), event.headers['accept-language']);
  return { wantsJson: wantsJson(event), language, websiteUrl };
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
