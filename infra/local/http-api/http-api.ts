import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Functions } from '../lambda/functions.ts';
import type { Clock } from '../part.ts';
import type { Template } from '../template/template.ts';
import { readBody } from './body.ts';
import { type CorsConfiguration, isPreflight, preflightHeaders, withCors } from './cors.ts';
import { functionResponse, type HttpResponse, message } from './function-response.ts';
import { requestEvent, splitUrl } from './request-event.ts';
import { matchRoute, type Route, readRoutes } from './routes.ts';

/** The limits of API Gateway and of Lambda, in bytes. */
const MAX_BODY = 10 * 1024 * 1024;
const MAX_PAYLOAD = 6 * 1024 * 1024;

interface Options {
  template: Template;
  functions: Functions;
  clock: Clock;
}

/** The HTTP API of the template. */
export class HttpApi {
  readonly routes: readonly Route[];
  readonly #functions: Functions;
  readonly #clock: Clock;
  readonly #apiId: string;
  readonly #cors: CorsConfiguration | undefined;

  constructor({ template, functions, clock }: Options) {
    const [api, ...more] = template.ofType('AWS::ApiGatewayV2::Api');
    if (more.length > 0) throw new Error('The twin runs one API; the template has more');
    this.routes = readRoutes(template);
    this.#apiId = api?.ref ?? '';
    this.#cors = api?.properties.CorsConfiguration;
    this.#functions = functions;
    this.#clock = clock;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { origin, 'access-control-request-method': requestedMethod } = request.headers;
    const corsRequest = { method: request.method ?? '', origin, requestedMethod };
    if (this.#cors && isPreflight(corsRequest)) {
      response.writeHead(204, preflightHeaders(this.#cors, corsRequest)).end();
      return;
    }
    const result = await this.#invoke(request);
    const headers = this.#cors ? withCors(result.headers, this.#cors, origin) : result.headers;
    send(response, { ...result, headers });
  }

  async #invoke(request: IncomingMessage): Promise<HttpResponse> {
    const match = matchRoute(this.routes, request.method ?? '', splitUrl(request.url ?? '/').rawPath);
    const body = await readBody(request, MAX_BODY);
    if (body === 'too-large') return message(413, 'Request Entity Too Large');
    if (!match) return message(404, 'Not Found');
    const settings = this.#functions.byNameOrArn(match.route.functionArn);
    if (!settings) return message(500, 'Internal Server Error');
    const event = requestEvent(request, body, match, { apiId: this.#apiId, now: this.#clock.now() });
    if (Buffer.byteLength(JSON.stringify(event)) > MAX_PAYLOAD)
      return message(413, 'Request Entity Too Large');
    const timer = new AbortController();
    const result = await Promise.race([
      this.#functions.invoke(settings.logicalId, event),
      wait(match.route.timeout, 'timeout' as const, { signal: timer.signal }),
    ]).finally(() => timer.abort());
    if (result === 'timeout') return message(503, 'Service Unavailable');
    return result.ok ? functionResponse(result.payload) : message(500, 'Internal Server Error');
  }
}

function send(response: ServerResponse, { status, headers, cookies, body }: HttpResponse): void {
  response.writeHead(status, {
    ...headers,
    ...(cookies.length > 0 && { 'set-cookie': [...cookies] }),
    'content-length': body.length,
  });
  response.end(body);
}
