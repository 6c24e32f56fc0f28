import type { Resource } from '../template/resource.ts';
import type { Template } from '../template/template.ts';

/** A route of the HTTP API and the function behind it. */
export interface Route {
  /** `routeKey` of the event, such as `GET /f/{form}`. */
  key: string;
  method: string;
  segments: readonly string[];
  functionArn: string;
  /** Milliseconds the API waits for the function. */
  timeout: number;
}

/** A route that matches a request, with the values of its path parameters. */
export interface Match {
  route: Route;
  pathParameters: Record<string, string>;
}

/**
 * The routes of the template.
 * @throws Error that names every route and integration that the twin does not run.
 */
export function readRoutes(template: Template): Route[] {
  const problems: string[] = [];
  const routes = template.ofType('AWS::ApiGatewayV2::Route').flatMap(({ logicalId, properties }) => {
    const integrationId = String(properties.Target).replace(/^integrations\//, '');
    const integration = template
      .ofType('AWS::ApiGatewayV2::Integration')
      .find(({ ref }) => ref === integrationId)?.properties;
    if (!integration) problems.push(`${logicalId}: target ${properties.Target}`);
    else if (integration.IntegrationType !== 'AWS_PROXY' || integration.PayloadFormatVersion !== '2.0')
      problems.push(`${logicalId}: only functions with payload format 2.0 are run`);
    else if ((properties.AuthorizationType ?? 'NONE') !== 'NONE')
      problems.push(`${logicalId}: AuthorizationType ${properties.AuthorizationType}`);
    else if (properties.RouteKey === '$default') problems.push(`${logicalId}: RouteKey $default`);
    else return [readRoute(properties.RouteKey, integration)];
    return [];
  });
  for (const { logicalId, properties } of template.ofType('AWS::ApiGatewayV2::Stage'))
    if (properties.StageName !== '$default') problems.push(`${logicalId}: only the stage $default is run`);
  if (problems.length > 0) throw new Error(`The twin cannot run this API:\n  - ${problems.join('\n  - ')}`);
  return routes;
}

function readRoute(key: string, integration: Resource['properties']): Route {
  const [method = '', path = ''] = key.split(' ');
  const { IntegrationUri: functionArn, TimeoutInMillis: timeout = 30_000 } = integration;
  return { key, method, segments: path.split('/').slice(1), functionArn, timeout };
}

/**
 * The route for a request, by the priority of API Gateway: a route without `{…+}` before one with it,
 * an exact segment before a parameter, and the method before ANY.
 */
export function matchRoute(routes: readonly Route[], method: string, path: string): Match | undefined {
  const segments = path.split('/').slice(1);
  const matches = routes
    .filter((route) => route.method === 'ANY' || route.method === method)
    .flatMap((route) => {
      const pathParameters = parametersOf(route.segments, segments);
      return pathParameters ? [{ route, pathParameters }] : [];
    });
  return matches.sort((a, b) => (rank(a.route) < rank(b.route) ? -1 : 1))[0];
}

function parametersOf(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const name = /^\{(.+?)(\+?)\}$/.exec(part);
    const segment = segments[index];
    if (name?.[2]) {
      const rest = segments.slice(index).join('/');
      return rest ? { ...parameters, [name[1] as string]: rest } : undefined;
    }
    if (segment === undefined) return undefined;
    if (name) {
      if (!segment) return undefined;
      parameters[name[1] as string] = segment;
    } else if (part !== segment) return undefined;
  }
  return pattern.length === segments.length ? parameters : undefined;
}

/** Sorts the most specific route first. */
function rank({ method, segments }: Route): string {
  const greedy = segments.some((part) => part.endsWith('+}'));
  const kinds = segments.map((part) => (part.startsWith('{') ? (part.endsWith('+}') ? '2' : '1') : '0'));
  return [greedy ? 1 : 0, kinds.join(''), method === 'ANY' ? 1 : 0].join('/');
}
