import * as z from 'zod/mini';
import * as api from '../../shared/contract/api.ts';
import { SCOPES } from '../../shared/domain/console/api-keys.ts';
import { type Operation, operations } from './operations.ts';
import { scopeOfRoute } from './scopes.ts';

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
  const { summary, query, isRepeatable, isConditional, body, leavesOut, answers, problems } = operation;
  const isJson = body !== undefined && body !== 'text' && body !== 'bytes';
  const parameters = [
    ...Object.entries(pathParameters)
      .filter(([name]) => route.includes(`{${name}}`))
      .map(([name, schema]) => ({ name, in: 'path', required: true, schema })),
    ...(isConditional
      ? [
          ...[{ name: 'If-Match', in: 'header', description: IF_MATCH, schema: { type: 'string' } }],
          ...[{ name: 'If-None-Match', in: 'header', description: IF_NEW, schema: { type: 'string' } }],
        ]
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
    ...[
      400,
      401,
      403,
      503,
      ...(isConditional ? [428] : []),
      ...(isJson ? [413, 415, 422] : []),
      ...problems,
    ].map((status) => [status, response(status, api.problem)]),
    ...Object.entries(answers).map(([status, schema]) => [status, response(Number(status), schema)]),
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
        content: isJson
          ? { 'application/json': { schema: bodySchema(body, leavesOut ?? false) } }
          : body === 'bytes'
            ? { 'application/octet-stream': {} }
            : { 'text/plain': { schema: { type: 'string' } } },
      },
    }),
    responses: Object.fromEntries(responses),
  };
}

const KEYS =
  'A key of the console is for one or more of: ' +
  `${SCOPES.join(', ')}. Each operation names what it needs; without it the answer is 403`;

const pathParameters: Record<string, object> = {
  id: jsonSchema(api.leadId, 'input'),
  version: { type: 'integer', minimum: 1, maximum: 999_999 },
  file: { type: 'string', minLength: 1, description: 'Its path, such as `mails/tip-1.nl.md`' },
};

const TEXT = {
  description: 'Success',
  headers: { ETag: { required: true, schema: { type: 'string' } } },
  content: { 'text/plain': { schema: { type: 'string' } } },
};

const IF_MATCH =
  'The `ETag` of the text that was changed. Without it the answer is 428; when somebody else was first, 412';
const IF_NEW = '`*` instead, for a file that is to be new';

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

function response(status: number, schema: z.ZodMiniType | 'text'): object {
  if (schema === 'text') return TEXT;
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
