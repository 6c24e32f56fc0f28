import type { APIGatewayProxyStructuredResultV2 as Answer, APIGatewayProxyEventV2 } from 'aws-lambda';
import { isMailId } from '../../shared/domain/identity/ids.ts';
import { type ClickSystem, recordClick } from '../../shared/usecases/tracking/record-click.ts';
import { recordOpen } from '../../shared/usecases/tracking/record-open.ts';
import { image } from './answers.ts';
import { apology, notFound, redirect } from './pages.ts';

const IMAGE = /^(.+)\.gif$/;
const NUMBER = /^(0|[1-9]\d{0,2})$/;

/** `GET /o/{mail}.gif`: the pixel of a mail. Always returns the image. */
export async function takeOpen(system: ClickSystem, event: APIGatewayProxyEventV2): Promise<Answer> {
  const [, mail = ''] = IMAGE.exec(event.pathParameters?.image ?? '') ?? [];
  if (isMailId(mail) && !isProbe(event)) {
    await recordOpen(system, mail, event.headers, ipOf(event)).catch(complain);
  }
  return image();
}

/** `GET /c/{mail}/{n}`: redirects to where the link of the mail pointed, and nowhere else. */
export async function takeClick(system: ClickSystem, event: APIGatewayProxyEventV2): Promise<Answer> {
  const { mail = '', n = '' } = event.pathParameters ?? {};
  if (!isMailId(mail) || !NUMBER.test(n)) return notFound(event);
  try {
    const request = {
      mail,
      link: Number(n),
      isProbe: isProbe(event),
      headers: event.headers,
      ip: ipOf(event),
    };
    const target = await recordClick(system, request, complain);
    return target === undefined ? notFound(event) : redirect(target);
  } catch (error) {
    complain(error);
    return apology(event);
  }
}

/** Absent only in tests of a single function. */
function ipOf(event: APIGatewayProxyEventV2): string | undefined {
  return event.requestContext?.http.sourceIp;
}

/** HEAD requests, as of some link scanners: they get the same response, and show what they are. */
function isProbe({ routeKey }: APIGatewayProxyEventV2): boolean {
  return routeKey.startsWith('HEAD ');
}

function complain(error: unknown): void {
  console.error(
    JSON.stringify({ level: 'ERROR', message: 'reaction-not-kept', reason: (error as Error).name }),
  );
}
