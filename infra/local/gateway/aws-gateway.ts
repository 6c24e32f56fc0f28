import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { callerOf } from '../lambda/functions.ts';
import type { Clock } from '../part.ts';
import { type Caller, type Service, ServiceError } from '../services/service.ts';
import { callWithFault } from './call-with-fault.ts';
import { internalError, throttleError } from './fault-errors.ts';
import type { Faults } from './faults.ts';
import type { Usage } from './usage.ts';
import { type AwsCall, readCall, type WireResponse, wireError, wireResponse } from './wire-protocol.ts';

interface Options {
  services: readonly Service[];
  faults: Faults;
  usage: Usage;
  clock: Clock;
  crash(caller: Caller): Promise<void>;
}

/** The one endpoint of all AWS services of the twin. */
export class AwsGateway {
  readonly #options: Options;
  readonly #server: Server;
  readonly #inFlight = new Set<Promise<void>>();

  constructor(options: Options) {
    this.#options = options;
    this.#server = createServer({ maxHeaderSize: 1 << 20 }, (request, response) => {
      const handled = this.#handle(request, response).catch((error) => {
        if (!response.headersSent) response.writeHead(500);
        response.end(String(error));
      });
      this.#inFlight.add(handled);
      handled.finally(() => this.#inFlight.delete(handled));
    });
    this.#server.keepAliveTimeout = 60_000;
  }

  async listen(port: number, host: string): Promise<void> {
    this.#server.listen(port, host);
    await once(this.#server, 'listening');
  }

  /** Resolves when the calls in flight are done. */
  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await Promise.all(this.#inFlight);
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = readCall(request, await readText(request));
    const service = call && this.#options.services.find(({ name }) => name === call.service);
    if (!call || !service) {
      const target = request.headers['x-amz-target'] ?? `${request.method} ${request.url}`;
      response.writeHead(501).end(`The twin does not serve the AWS call ${target}`);
      return;
    }
    const result = await this.#call(call, service, callerOf(request.headers.authorization));
    if (result === 'no-response') response.destroy();
    else send(response, result, this.#options.clock.now());
  }

  async #call(
    call: AwsCall,
    service: Service,
    caller: Caller | undefined,
  ): Promise<WireResponse | 'no-response'> {
    const { faults, usage, crash } = this.#options;
    const { operation, input, protocol } = call;
    usage.call(call.service, operation);
    const fault = faults.take({ service: call.service, operation, caller });
    try {
      const outcome = await callWithFault(
        fault,
        () => service.call(operation, input, caller),
        async () => {
          if (caller) await crash(caller);
        },
      );
      if (outcome === 'no-response') return outcome;
      if (outcome === 'throttle') throw throttleError(call.service);
      if (outcome === 'error') throw internalError(call.service);
      return wireResponse(protocol, outcome.output);
    } catch (error) {
      if (error instanceof ServiceError) return wireError(protocol, error);
      console.error(error);
      return wireError(protocol, new ServiceError('InternalFailure', String(error), 500));
    }
  }
}

function send(response: ServerResponse, { status, headers, body }: WireResponse, now: number): void {
  response.writeHead(status, {
    ...headers,
    // When this and the caller's clock differ by minutes, the SDK repeats calls that must not be repeated.
    date: new Date(now).toUTCString(),
    'content-length': Buffer.byteLength(body),
    'x-amzn-requestid': randomUUID(),
    // DynamoDB clients check it.
    'x-amz-crc32': String(crc32(body)),
  });
  response.end(body);
}
