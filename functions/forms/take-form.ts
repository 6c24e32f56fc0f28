import type { APIGatewayProxyStructuredResultV2 as Answer, APIGatewayProxyEventV2 } from 'aws-lambda';
import { type FormInput, isTicked } from '../../shared/domain/forms/answers.ts';
import { fieldNames } from '../../shared/domain/forms/questions.ts';
import type { FieldError } from '../../shared/domain/forms/read-field.ts';
import { askedLanguage, preferredLanguage } from '../../shared/domain/language.ts';
import { describeForm } from '../../shared/usecases/forms/describe-form.ts';
import {
  type AcceptedForm,
  type FormRequest,
  submitForm,
} from '../../shared/usecases/forms/submit-form/submit-form.ts';
import { errorText } from '../../shared/web/forms/error-text.ts';
import { formPage } from '../../shared/web/forms/form-page.tsx';
import { retryPage } from '../../shared/web/forms/message-pages.tsx';
import { formWords } from '../../shared/web/forms/words.ts';
import { json, noForm, problem, RETRY_AFTER, type Reader, refusal, screen, seeOther } from './answers.ts';
import { readBody } from './body.ts';
import { type FormsSystem, formIn, isFromOwnPage, visitorIn, wantsJson } from './request.ts';

/** `POST /f/{form}`: stores a submission. */
export async function takeForm(system: FormsSystem, event: APIGatewayProxyEventV2): Promise<Answer> {
  const body = await readBody(event);
  const { headers, queryStringParameters: query } = event;
  const { _visitor, ...input } = typeof body === 'string' ? ({} as FormInput) : body;
  const asked = askedLanguage(input) ?? askedLanguage(query);
  const language = preferredLanguage(asked, headers['accept-language']);
  const reader = { wantsJson: wantsJson(event), language, look: system.look };
  if (typeof body === 'string') return refusal(body, reader);

  const visitor = visitorIn(_visitor, event);
  const sent: FormRequest = {
    form: formIn(event),
    input,
    locale: language,
    ...(visitor && { visitor }),
    ...(headers['idempotency-key'] && { key: headers['idempotency-key'] }),
    ...(headers.referer && { referrer: headers.referer }),
    ip: event.requestContext.http.sourceIp,
  };
  const { visitor: _, ...stranger } = sent;
  const again = isFromOwnPage(event, system) ? sent : stranger;
  try {
    const submitted = await submitForm(system, sent);
    switch (submitted.result) {
      case 'unknown-form':
        return noForm(reader);
      case 'invalid':
        return await rejectAnswers(system, again, reader, submitted.errors);
      case 'accepted':
        if (submitted.isLate) system.complain('submission-late', 'the table refused');
        return thanks(system, sent, reader, submitted);
    }
  } catch (error) {
    system.complain('submission-not-kept', (error as Error).name);
    return notKept(system, again, reader);
  }
}

function thanks(
  { publicUrl }: FormsSystem,
  { form }: FormRequest,
  reader: Reader,
  { visitor, asksPermission }: AcceptedForm,
): Answer {
  const path = `/f/${form}/thanks?locale=${reader.language}${asksPermission ? '&confirm=1' : ''}`;
  if (!reader.wantsJson) return seeOther(path);
  return json(200, { ok: true, thanks: `${publicUrl}${path}`, ...(visitor && { visitor }) });
}

async function rejectAnswers(
  system: FormsSystem,
  sent: FormRequest,
  reader: Reader,
  errors: Record<string, FieldError>,
): Promise<Answer> {
  if (!reader.wantsJson) return screen(system, 422, (await formAgain(system, sent, { errors })) ?? '');
  const texts = Object.entries(errors).map(([field, error]) => [
    field,
    errorText(error, field, reader.language),
  ]);
  return json(422, { ok: false, errors: Object.fromEntries(texts) });
}

async function notKept(system: FormsSystem, sent: FormRequest, reader: Reader): Promise<Answer> {
  if (reader.wantsJson) return problem(503, formWords[reader.language].sendAgainLater, RETRY_AFTER);
  const again = await formAgain(system, sent, { hasFailed: true }).catch(() => undefined);
  return screen(system, 503, again ?? retryPage(sent.form, carried(sent), reader), RETRY_AFTER);
}

/** The form again with everything that was typed. It keeps its key, because nothing was stored yet. */
async function formAgain(
  system: FormsSystem,
  { form, input, locale: language, visitor }: FormRequest,
  what: { errors?: Record<string, FieldError>; hasFailed?: boolean },
): Promise<string | undefined> {
  const asked = await describeForm(system, form, visitor);
  if (asked === undefined) return undefined;
  const all = Object.entries(textsIn(input));
  const own = ['email', ...fieldNames(asked.form)];
  return formPage({
    asked,
    hasChallenge: system.challenges !== undefined,
    language,
    look: system.look(),
    hidden: {
      _key: system.newId(),
      _locale: language,
      ...(visitor && { _visitor: visitor }),
      ...Object.fromEntries(all.filter(([name]) => CARRIED.includes(name))),
    },
    typed: Object.fromEntries(all.filter(([name, text]) => own.includes(name) && text !== '')),
    isTicked: isTicked(input.permission),
    ...what,
  });
}

const CARRIED = ['_t', '_key', '_page'];

/** Everything that was sent, as texts. */
function carried({ input, visitor }: FormRequest): Record<string, string> {
  return { ...textsIn(input), ...(visitor && { _visitor: visitor }) };
}

function textsIn(input: FormInput): Record<string, string> {
  const entries = Object.entries(input).filter(([, value]) => ['string', 'number'].includes(typeof value));
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value).toWellFormed()]));
}
