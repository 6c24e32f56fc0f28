import { describe, expect, it } from 'vitest';
import { describeApi } from '../../../functions/api/openapi.ts';
import { describedRoute } from '../../../functions/api/scopes.ts';
import { testApi } from './api.ts';

describe('the description of the API', () => {
  it('in `functions/api/operations.ts` has every route of the API, and no other', async () => {
    const answered = (await testApi())
      .routes()
      .filter(({ method, path }) => method !== 'ALL' && path !== '/api/openapi.json')
      .map(describedRoute);
    const { paths } = describeApi('https://leads.example.com') as { paths: Record<string, object> };
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual([...new Set(answered)].sort());
  });

  it('is available without a key', async () => {
    const api = await testApi();
    const { status, body } = await api.call('GET', '/openapi.json', undefined, { authorization: '' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ openapi: '3.1.0', servers: [{ url: 'https://leads.example.com/api' }] });
  });

  it('has every route with its responses and problems', () => {
    const { paths } = describeApi('https://leads.example.com') as {
      paths: Record<string, Record<string, object>>;
    };
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(routes.sort()).toEqual([
      'DELETE /leads/{id}',
      'DELETE /playbook/draft/{file}',
      'GET /leads',
      'GET /leads/{id}',
      'GET /leads/{id}/events',
      'GET /playbook',
      'GET /playbook/draft/{file}',
      'GET /playbook/versions',
      'GET /playbook/versions/{version}',
      'GET /reports/framework',
      'GET /reports/funnel',
      'GET /reports/mails',
      'GET /reports/returns',
      'POST /leads',
      'POST /leads/lookup',
      'POST /leads/{id}/actions',
      'POST /playbook/check',
      'POST /playbook/discard',
      'POST /playbook/pictures',
      'POST /playbook/publish',
      'POST /playbook/try',
      'POST /playbook/versions/{version}/publish',
      'PUT /playbook/draft/{file}',
    ]);
    expect(paths['/leads']?.post).toMatchObject({
      requestBody: { content: { 'application/json': { schema: { required: ['email', 'source'] } } } },
      responses: { 202: {}, 401: {}, 422: { content: { 'application/problem+json': {} } } },
    });
    expect(paths['/leads/{id}']?.delete).toMatchObject({
      responses: {
        200: {
          content: {
            'application/json': {
              schema: {
                required: ['id', 'erasedAt', 'isFinished', 'removed'],
                properties: {
                  isFinished: { type: 'boolean', description: expect.stringContaining('by itself') },
                },
              },
            },
          },
        },
      },
    });
    expect(paths['/leads/{id}/actions']?.post).toMatchObject({
      requestBody: {
        content: {
          'application/json': { schema: { oneOf: expect.arrayContaining([anAction('opportunity')]) } },
        },
      },
      responses: {
        409: {
          content: {
            'application/problem+json': { schema: { required: expect.arrayContaining(['possible']) } },
          },
        },
      },
    });
    expect(paths['/leads/{id}']?.get).toMatchObject({
      responses: {
        200: {
          content: {
            'application/json': {
              schema: { properties: { stage: { enum: expect.arrayContaining(['mql']) } } },
            },
          },
        },
      },
    });
  });
});

function anAction(name: string) {
  return expect.objectContaining({
    properties: expect.objectContaining({ action: { type: 'string', const: name } }),
  });
}
