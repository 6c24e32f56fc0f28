import * as z from 'zod/mini';
import { actionConflict, salesAction } from '../../shared/contract/actions.ts';
import * as api from '../../shared/contract/api.ts';
import * as requests from '../../shared/contract/api-requests.ts';
import * as reportRequests from '../../shared/contract/report-requests.ts';
import * as reports from '../../shared/contract/reports.ts';

interface Operation {
  summary: string;
  query?: z.ZodMiniObject;
  path?: string[];
  headers?: Record<string, string>;
  body?: z.ZodMiniType;
  answers: Record<number, z.ZodMiniType>;
  problems: number[];
  /** Problems with more fields than the others. */
  details?: Record<number, z.ZodMiniType>;
}

const operations: Record<string, Record<string, Operation>> = {
  '/leads': {
    get: {
      summary: 'Leads, by score',
      query: requests.listQuery,
      answers: { 200: api.leadList },
      problems: [400],
    },
    post: {
      summary: 'Add a person; the lead exists a moment later',
      headers: { 'Idempotency-Key': 'Repeat a request with the same key and it changes nothing' },
      body: requests.newLead,
      answers: { 202: api.accepted },
      problems: [400, 409, 413, 422],
    },
  },
  '/leads/lookup': {
    post: {
      summary: 'One lead by e-mail address',
      body: requests.lookup,
      answers: { 200: api.leadAnswer },
      problems: [400, 404, 413, 422],
    },
  },
  '/leads/{id}': {
    get: { summary: 'One lead', path: ['id'], answers: { 200: api.leadAnswer }, problems: [404] },
    delete: {
      summary: 'Erase a lead and everything its browsers did; safe to repeat',
      path: ['id'],
      answers: { 200: api.receipt },
      problems: [404],
    },
  },
  '/leads/{id}/events': {
    get: {
      summary: 'Timeline of a lead',
      path: ['id'],
      query: requests.eventsQuery,
      answers: { 200: api.timeline },
      problems: [400, 404],
    },
  },
  '/leads/{id}/actions': {
    post: {
      summary: 'Record an action of sales',
      path: ['id'],
      headers: { 'Idempotency-Key': 'Repeat a request with the same key and it changes nothing' },
      body: salesAction,
      answers: { 200: api.leadSummary },
      problems: [400, 404, 413, 422],
      details: { 409: actionConflict },
    },
  },
  '/reports/framework': {
    get: {
      summary: 'Leads in each cell of fit × readiness, now',
      answers: { 200: reports.frameworkReport },
      problems: [],
    },
  },
  '/reports/funnel': {
    get: {
      summary: 'The funnel from name to customer, by week, form, campaign or playbook',
      query: reportRequests.funnelQuery,
      answers: { 200: reports.funnelReport },
      problems: [400],
    },
  },
  '/reports/returns': {
    get: {
      summary: 'Why sales returned leads',
      query: reportRequests.returnsQuery,
      answers: { 200: reports.returnsReport },
      problems: [400],
    },
  },
};

/** The OpenAPI 3.1 document, made of the schemas that validate requests. Zod writes JSON Schema itself: no library left less to read. */
export function describeApi(publicUrl: string): object {
  const paths = Object.entries(operations).map(([path, methods]) => [
    path,
    Object.fromEntries(Object.entries(methods).map(([method, operation]) => [method, describe(operation)])),
  ]);
  return {
    openapi: '3.1.0',
    info: { title: 'Kansrijk', version: '1', summary: 'Leads, their scores and their timelines' },
    servers: [{ url: `${publicUrl}/api` }],
    security: [{ key: [] }],
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
    paths: Object.fromEntries(paths),
  };
}

function describe(operation: Operation): object {
  const { summary, query, path = [], headers = {}, body, answers, problems, details = {} } = operation;
  const parameters = [
    ...path.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...Object.entries(headers).map(([name, description]) => ({
      name,
      in: 'header',
      description,
      schema: { type: 'string' },
    })),
    ...Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
      name,
      in: 'query',
      schema: jsonSchema(schema as z.ZodMiniType, 'input'),
    })),
  ];
  const responses = [
    ...Object.entries(answers).map(([status, schema]) => [status, response('application/json', schema)]),
    ...Object.entries(details).map(([status, schema]) => [
      status,
      response('application/problem+json', schema),
    ]),
    ...[401, 503, ...problems].map((status) => [status, response('application/problem+json', api.problem)]),
  ];
  return {
    summary,
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(body, 'input') } } },
    }),
    responses: Object.fromEntries(responses),
  };
}

function response(type: string, schema: z.ZodMiniType): object {
  const description = type === 'application/json' ? 'Success' : 'Refused or failed; the body says why';
  return { description, content: { [type]: { schema: jsonSchema(schema, 'output') } } };
}

function jsonSchema(schema: z.ZodMiniType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
