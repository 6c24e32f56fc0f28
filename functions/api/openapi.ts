import * as z from 'zod/mini';
import { actionConflict, salesAction } from '../../shared/contract/actions.ts';
import * as api from '../../shared/contract/api.ts';
import * as requests from '../../shared/contract/api-requests.ts';
import * as reportRequests from '../../shared/contract/report-requests.ts';
import * as reports from '../../shared/contract/reports.ts';
import { SCOPES } from '../../shared/domain/console/api-keys.ts';
import { scopeOfRoute } from './scopes.ts';

interface Operation {
  summary: string;
  query?: z.ZodMiniObject;
  /** Repeating a request with the same `Idempotency-Key` changes nothing. */
  isRepeatable?: true;
  body?: z.ZodMiniType;
  /** Of an optional part of the body that is not valid, only that part is left out. */
  leavesOut?: true;
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
      problems: [404],
    },
    post: {
      summary: 'Add a person; the lead exists a moment later',
      isRepeatable: true,
      body: requests.newLead,
      leavesOut: true,
      answers: { 202: api.accepted },
      problems: [409],
    },
  },
  '/leads/lookup': {
    post: {
      summary: 'One lead by e-mail address',
      body: requests.lookup,
      answers: { 200: api.leadAnswer },
      problems: [404],
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
      problems: [404],
    },
  },
  '/leads/{id}/actions': {
    post: {
      summary: 'Record an action of sales',
      isRepeatable: true,
      body: salesAction,
      answers: { 200: api.leadSummary, 409: actionConflict },
      problems: [404],
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
      problems: [],
    },
  },
  '/reports/returns': {
    get: {
      summary: 'Why sales returned leads',
      query: reportRequests.periodQuery,
      answers: { 200: reports.returnsReport },
      problems: [],
    },
  },
  '/reports/mails': {
    get: {
      summary: 'What became of each mail and link, and of those who began a sequence',
      query: reportRequests.periodQuery,
      answers: { 200: reports.mailsReport },
      problems: [],
    },
  },
};

/** The OpenAPI 3.1 document, made of the schemas that validate requests. Zod writes JSON Schema itself: no library left less to read. */
export function describeApi(publicUrl: string): object {
  const paths = Object.entries(operations).map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(methods).map(([method, operation]) => [method, describe(path, method, operation)]),
    ),
  ]);
  return {
    openapi: '3.1.0',
    info: { title: 'Kansrijk', version: '1', summary: 'Leads, their scores and their timelines' },
    servers: [{ url: `${publicUrl}/api` }],
    security: [{ key: [] }],
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer', description: KEYS } } },
    paths: Object.fromEntries(paths),
  };
}

function describe(route: string, method: string, operation: Operation): object {
  const { summary, query, isRepeatable, body, leavesOut, answers, problems } = operation;
  const parameters = [
    ...(route.includes('{id}')
      ? [{ name: 'id', in: 'path', required: true, schema: jsonSchema(api.leadId, 'input') }]
      : []),
    ...(isRepeatable
      ? [{ name: 'Idempotency-Key', in: 'header', description: REPEAT, schema: { type: 'string' } }]
      : []),
    ...Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
      name,
      in: 'query',
      schema: jsonSchema(schema as z.ZodMiniType, 'input'),
    })),
  ];
  const responses = [
    ...Object.entries(answers).map(([status, schema]) => [status, response(Number(status), schema)]),
    ...[400, 401, 403, 503, ...(body ? [413, 415, 422] : []), ...problems].map((status) => [
      status,
      response(status, api.problem),
    ]),
  ];
  const scope = scopeOfRoute[`${method.toUpperCase()} ${route}`];
  return {
    summary,
    // Since OpenAPI 3.1 the security of a bearer token may name what it has to be for.
    ...(scope && { security: [{ key: [scope] }] }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: bodySchema(body, leavesOut ?? false) } },
      },
    }),
    responses: Object.fromEntries(responses),
  };
}

const KEYS =
  'A key of the console is for one or more of: ' +
  `${SCOPES.join(', ')}. Each operation names what it needs; without it the answer is 403`;

const REPEAT =
  'A request that says the same as the last one with this key changes nothing. With other content it is new: an action is then refused with 409';

/** The schema of a body; if it leaves out what is not valid, its optional parts take anything. */
function bodySchema(body: z.ZodMiniType, leavesOut: boolean): object {
  const schema = jsonSchema(body, 'input');
  if (!leavesOut) return schema;
  const parts = Object.entries(schema.properties ?? {}).map(([name, part]) =>
    schema.required?.includes(name) ? [name, part] : [name, { anyOf: [part, LEFT_OUT] }],
  );
  return { ...schema, properties: Object.fromEntries(parts), additionalProperties: LEFT_OUT };
}

const LEFT_OUT = { description: 'Anything else is left out; `ignored` in the response says why' };

function response(status: number, schema: z.ZodMiniType): object {
  const isSuccess = status < 300;
  const description = isSuccess ? 'Success' : 'Refused or failed; the body says why';
  const type = isSuccess ? 'application/json' : 'application/problem+json';
  const name = { 202: 'Location', 401: 'WWW-Authenticate' }[status];
  return {
    description,
    ...(name && { headers: { [name]: { required: true, schema: { type: 'string' } } } }),
    content: { [type]: { schema: jsonSchema(schema, 'output') } },
  };
}

function jsonSchema(schema: z.ZodMiniType, io: 'input' | 'output'): z.core.JSONSchema.BaseSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
