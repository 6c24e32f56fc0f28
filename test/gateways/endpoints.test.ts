import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { dynamoDbEndpoint, queueEndpoint } from '../../shared/gateways/endpoints.ts';

const { endpointProvider } = new DynamoDBClient({}).config;
const regions = ['eu-west-1', 'cn-north-1', 'us-gov-west-1', 'eusc-de-east-1', 'us-iso-east-1'];
const flags = [true, false];
const cases = regions.flatMap((region) =>
  flags.flatMap((isFips) => flags.map((isDualStack) => ({ region, isFips, isDualStack }))),
);

describe('the endpoint of DynamoDB', () => {
  it.each(cases)("is the SDK's in $region (FIPS $isFips, dual-stack $isDualStack)", async (of) => {
    const { region, isFips, isDualStack } = of;
    const { url } = endpointProvider({ Region: region, UseFIPS: isFips, UseDualStack: isDualStack });
    const env = {
      AWS_USE_FIPS_ENDPOINT: String(isFips),
      AWS_USE_DUALSTACK_ENDPOINT: String(isDualStack),
    };
    expect(await dynamoDbEndpoint(region, env)).toEqual(url);
  });

  it('is one that the environment gives, that of the service first', async () => {
    const AWS_ENDPOINT_URL = 'http://127.0.0.1:4003';
    expect(await dynamoDbEndpoint('eu-west-1', { AWS_ENDPOINT_URL })).toEqual(new URL(AWS_ENDPOINT_URL));
    const own = 'http://127.0.0.1:8000';
    const env = { AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_DYNAMODB: own };
    expect(await dynamoDbEndpoint('eu-west-1', env)).toEqual(new URL(own));
  });
});

describe('the endpoint of a queue', () => {
  it('is at its own address, in whatever partition that is', async () => {
    const QueueUrl = 'https://sqs.cn-north-1.amazonaws.com.cn/000000000000/late';
    expect((await queueEndpoint('cn-north-1', {}, { QueueUrl })).origin).toBe(new URL(QueueUrl).origin);
  });
});
