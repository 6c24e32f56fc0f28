import { writeAssembly } from './assembly.ts';

// Calls AWS without an SDK, because a test's bundle holds only its own code.
const aws = `const aws = async (target, type, input) => {
  const response = await fetch(process.env.AWS_ENDPOINT_URL, { method: 'POST', body: JSON.stringify(input), headers: {
    'x-amz-target': target, 'content-type': type,
    authorization: 'AWS4-HMAC-SHA256 Credential=' + process.env.AWS_ACCESS_KEY_ID + '/20260101/eu-west-1/any/aws4_request' } });
  if (!response.ok) throw new Error(await response.text());
  return response.json(); };
const put = (Item) => aws('DynamoDB_20120810.PutItem', 'application/x-amz-json-1.0', { TableName: process.env.TABLE, Item });`;

const keep = `${aws} exports.handler = async (event) => {
  await put({ PK: { S: 'V#' + event.pathParameters.id }, SK: { S: 'E#1' } });
  return { statusCode: 204 }; }`;
const react = `${aws} exports.handler = async ({ Records }) => {
  for (const { dynamodb } of Records) await put({ ...dynamodb.Keys, SK: { S: 'SEEN' } }); }`;
const read = `${aws} exports.handler = async (event) => aws('DynamoDB_20120810.Query', 'application/x-amz-json-1.0', {
  TableName: process.env.TABLE, KeyConditionExpression: 'PK = :pk',
  ExpressionAttributeValues: { ':pk': { S: 'V#' + event.pathParameters.id } } })`;

const ApiId = { Ref: 'Api' };
const Variables = { TABLE: { Ref: 'Table' } };
const behind = (name: string) => ({
  Type: 'AWS::ApiGatewayV2::Integration',
  Properties: {
    ApiId,
    IntegrationType: 'AWS_PROXY',
    IntegrationUri: { 'Fn::GetAtt': [name, 'Arn'] },
    PayloadFormatVersion: '2.0',
  },
});
const route = (RouteKey: string, integration: string) => ({
  Type: 'AWS::ApiGatewayV2::Route',
  Properties: { ApiId, RouteKey, Target: { 'Fn::Join': ['', ['integrations/', { Ref: integration }]] } },
});

/** A small system: a request is stored in a table, and a reader of its stream notes that it saw it. */
export function visitsAssembly(): string {
  return writeAssembly(
    {
      keep: { code: keep, properties: { Environment: { Variables } } },
      react: { code: react, properties: { Environment: { Variables } } },
      read: { code: read, properties: { Environment: { Variables } } },
    },
    {
      Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'Test', ProtocolType: 'HTTP' } },
      KeepIntegration: behind('Keep'),
      ReadIntegration: behind('Read'),
      KeepRoute: route('POST /visits/{id}', 'KeepIntegration'),
      ReadRoute: route('GET /visits/{id}', 'ReadIntegration'),
      Table: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          AttributeDefinitions: ['PK', 'SK'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
          KeySchema: [
            { AttributeName: 'PK', KeyType: 'HASH' },
            { AttributeName: 'SK', KeyType: 'RANGE' },
          ],
          BillingMode: 'PAY_PER_REQUEST',
          StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
        },
      },
      Mapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
          FunctionName: { Ref: 'React' },
          StartingPosition: 'TRIM_HORIZON',
          FilterCriteria: {
            Filters: [{ Pattern: JSON.stringify({ dynamodb: { Keys: { SK: { S: [{ prefix: 'E#' }] } } } }) }],
          },
        },
      },
    },
  );
}
