import { describe, expect, it } from 'vitest';
import {
  type CorsConfiguration,
  isPreflight,
  preflightHeaders,
  withCors,
} from '../../../../infra/local/http-api/cors.ts';

const everybody: CorsConfiguration = {
  AllowOrigins: ['*'],
  AllowMethods: ['GET', 'POST'],
  AllowHeaders: ['content-type'],
  MaxAge: 86_400,
};
const website: CorsConfiguration = {
  AllowOrigins: ['https://www.example.com'],
  AllowMethods: ['*'],
  AllowCredentials: true,
  ExposeHeaders: ['date'],
};
const origin = 'https://www.example.com';

describe('a preflight', () => {
  const preflight = { method: 'OPTIONS', origin, requestedMethod: 'POST' };

  it('is an OPTIONS request with an origin and a method', () => {
    expect(isPreflight(preflight)).toBe(true);
    expect(isPreflight({ ...preflight, origin: undefined })).toBe(false);
    expect(isPreflight({ ...preflight, requestedMethod: undefined })).toBe(false);
    expect(isPreflight({ ...preflight, method: 'POST' })).toBe(false);
  });

  it('returns what the configuration allows', () => {
    expect(preflightHeaders(everybody, preflight)).toEqual({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET,POST',
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '86400',
    });
  });

  it('returns nothing when its origin or method is not allowed', () => {
    expect(preflightHeaders(website, { ...preflight, origin: 'https://evil.example' })).toEqual({});
    expect(preflightHeaders(everybody, { ...preflight, requestedMethod: 'DELETE' })).toEqual({});
  });
});

describe('the CORS headers of a response', () => {
  it('are those of the configuration, never those of the function', () => {
    const own = { 'access-control-allow-origin': 'https://own.example', 'content-type': 'text/plain' };
    expect(withCors(own, website, origin)).toEqual({
      'content-type': 'text/plain',
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'date',
      vary: 'Origin',
    });
    expect(withCors(own, website, undefined)).toEqual({ 'content-type': 'text/plain' });
  });
});
