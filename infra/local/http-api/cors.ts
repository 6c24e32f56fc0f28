/** `CorsConfiguration` of the template. */
export interface CorsConfiguration {
  AllowCredentials?: boolean;
  AllowHeaders?: string[];
  AllowMethods?: string[];
  AllowOrigins?: string[];
  ExposeHeaders?: string[];
  MaxAge?: number;
}

interface CorsRequest {
  method: string;
  origin: string | undefined;
  requestedMethod: string | undefined;
}

/** Whether this is a browser's preflight request, which API Gateway answers itself with 204. */
export function isPreflight({ method, origin, requestedMethod }: CorsRequest): boolean {
  return method === 'OPTIONS' && origin !== undefined && requestedMethod !== undefined;
}

/** The response headers of a preflight; none when the origin or method is not allowed. */
export function preflightHeaders(cors: CorsConfiguration, request: CorsRequest): Record<string, string> {
  const allowed = originHeaders(cors, request.origin);
  const methods = cors.AllowMethods ?? [];
  if (!allowed || !(methods.includes('*') || methods.includes(String(request.requestedMethod)))) return {};
  return {
    ...allowed,
    'access-control-allow-methods': methods.join(','),
    ...(cors.AllowHeaders && { 'access-control-allow-headers': cors.AllowHeaders.join(',') }),
    ...(cors.MaxAge !== undefined && { 'access-control-max-age': String(cors.MaxAge) }),
  };
}

/** A function's response headers, with its CORS headers replaced by those of the configuration. */
export function withCors(
  headers: Record<string, string>,
  cors: CorsConfiguration,
  origin: string | undefined,
): Record<string, string> {
  const own = Object.entries(headers).filter(([name]) => !name.startsWith('access-control-'));
  const allowed = originHeaders(cors, origin);
  return {
    ...Object.fromEntries(own),
    ...allowed,
    ...(allowed && cors.ExposeHeaders && { 'access-control-expose-headers': cors.ExposeHeaders.join(',') }),
  };
}

function originHeaders(
  cors: CorsConfiguration,
  origin: string | undefined,
): Record<string, string> | undefined {
  if (origin === undefined) return undefined;
  const pattern = (cors.AllowOrigins ?? []).find((allowed) => originMatches(allowed, origin));
  if (pattern === undefined) return undefined;
  return {
    'access-control-allow-origin': pattern === '*' ? '*' : origin,
    ...(cors.AllowCredentials && { 'access-control-allow-credentials': 'true' }),
    ...(pattern !== '*' && { vary: 'Origin' }),
  };
}

function originMatches(allowed: string, origin: string): boolean {
  return allowed.endsWith('*') ? origin.startsWith(allowed.slice(0, -1)) : allowed === origin;
}
