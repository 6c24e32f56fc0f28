import * as z from 'zod/mini';
import { actionConflict, salesAction } from '../../shared/contract/actions.ts';
import * as api from '../../shared/contract/api.ts';
import * as requests from '../../shared/contract/api-requests.ts';
import * as reportRequests from '../../shared/contract/report-requests.ts';
import * as reports from '../../shared/contract/reports.ts';

interface Operation {
  summary: string;
  query?: z.ZodMiniObject;
  /** Repeating a request with the same `Idempotency-Key` changes nothing. */
  isRepeatable?: true;
  body?: z.ZodMiniType;
  /** Also problems with more fields than the others. */
  answers: Record<number, z.ZodMiniType>;
  problems: number[];
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
      isRepeatable: true,
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
    get: { summary: 'One lead', answers: { 200: api.leadAnswer }, problems: [404] },
    delete: {
      summary: 'Erase a lead and everything its browsers did; safe to repeat',
      answers: { 200: api.receipt },
      problems: [404],
    },
  },
  '/leads/{id}/events': {
    get: {
      summary: 'Timeline of a lead',
      query: requests.eventsQuery,
      answers: { 200: api.timeline },
      problems: [400, 404],
    },
  },
  '/leads/{id}/actions': {
    post: {
      summary: 'Record an action of sales',
      isRepeatable: true,
      body: salesAction,
      answers: { 200: api.leadSummary, 409: actionConflict },
      problems: [400, 404, 413, 422],
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
    Object.fromEntries(
      Object.entries(methods).map(([method, operation]) => [method, describe(path, operation)]),
    ),
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

function describe(route: string, operation: Operation): object {
  const { summary, query, isRepeatable, body, answers, problems } = operation;
  const schema = { type: 'string' };
  const parameters = [
    ...(route.includes('{id}') ? [{ name: 'id', in: 'path', required: true, schema }] : []),
    ...(isRepeatable ? [{ name: 'Idempotency-Key', in: 'header', description: REPEAT, schema }] : []),
    ...Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
      name,
      in: 'query',
      schema: jsonSchema(schema as z.ZodMiniType, 'input'),
    })),
  ];
  const responses = [
    ...Object.entries(answers).map(([status, schema]) => [status, response(Number(status), schema)]),
    ...[401, 503, ...problems].map((status) => [status, response(status, api.problem)]),
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

const REPEAT = 'Repeat a request with the same key and it changes nothing';

function response(status: number, schema: z.ZodMiniType): object {
  const isSuccess = status < 300;
  const description = isSuccess ? 'Success' : 'Refused or failed; the body says why';
  const type = isSuccess ? 'application/json' : 'application/problem+json';
  return { description, content: { [type]: { schema: jsonSchema(schema, 'output') } } };
}

function jsonSchema(schema: z.ZodMiniType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
