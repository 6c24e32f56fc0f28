import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HttpApi } from '../../../../infra/local/http-api/http-api.ts';
import { readAssets } from '../../../../infra/local/lambda/assets.ts';
import { readFunctions } from '../../../../infra/local/lambda/function-settings.ts';
import { Functions } from '../../../../infra/local/lambda/functions.ts';
import { findFreePorts, portsFrom } from '../../../../infra/local/ports.ts';
import { listen } from '../../../../infra/local/serve.ts';
import { readTemplate } from '../../../../infra/local/template/template.ts';
import { logicalId, type TestFunction, writeAssembly } from '../assembly.ts';

interface TestApi {
  functions: Record<string, TestFunction>;
  /** The function behind each route, by route key. */
  routes: Record<string, string>;
  cors?: Record<string, unknown>;
  /** Milliseconds in which a function must answer, by its name. */
  timeouts?: Record<string, number>;
}

/** An HTTP API on a free port. */
export async function startHttpApi(options: TestApi) {
  const assembly = writeAssembly(options.functions, apiResources(options));
  const file = JSON.parse(readFileSync(join(assembly, 'Test.template.json'), 'utf8'));
  const port = await findFreePorts();
  const template = readTemplate(file, 'Test', portsFrom(port));
  const functions = new Functions(readFunctions(template, readAssets(assembly, 'Test')), {
    endpoint: 'http://127.0.0.1:1',
    clockOffset: new SharedArrayBuffer(8),
    secretValue: () => undefined,
    onLine: () => {},
    onInvocation: () => {},
  });
  const api = new HttpApi({ template, functions, clock: { now: () => Date.UTC(2026, 2, 9, 8, 5, 3) } });
  const server = await listen((request, response) => api.handle(request, response), port, '127.0.0.1');
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => Promise.all([server.stop(), functions.stop()]),
  };
}

function apiResources({ functions, routes, cors, timeouts }: TestApi): Record<string, unknown> {
  const ApiId = { Ref: 'Api' };
  const integrations = Object.keys(functions).map((name) => [
    `${logicalId(name)}Integration`,
    {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        ApiId,
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: { 'Fn::GetAtt': [logicalId(name), 'Arn'] },
        PayloadFormatVersion: '2.0',
        TimeoutInMillis: timeouts?.[name],
      },
    },
  ]);
  const targets = Object.entries(routes).map(([RouteKey, name], index) => [
    `Route${index}`,
    {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        ApiId,
        RouteKey,
        Target: { 'Fn::Join': ['', ['integrations/', { Ref: `${logicalId(name)}Integration` }]] },
      },
    },
  ]);
  return {
    Api: {
      Type: 'AWS::ApiGatewayV2::Api',
      Properties: { Name: 'Test', ProtocolType: 'HTTP', ...(cors && { CorsConfiguration: cors }) },
    },
    ...Object.fromEntries([...integrations, ...targets]),
  };
}
