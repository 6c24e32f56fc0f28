import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, describe, expect, it } from 'vitest';
import { AwsGateway } from '../../../../infra/local/gateway/aws-gateway.ts';
import { Faults } from '../../../../infra/local/gateway/faults.ts';
import { Usage } from '../../../../infra/local/gateway/usage.ts';
import { findFreePorts } from '../../../../infra/local/ports.ts';
import { type Caller, type Service, ServiceError } from '../../../../infra/local/services/service.ts';

let stop: (() => Promise<void>) | undefined;
afterEach(() => stop?.());

async function startGateway(
  call: Service['call'] = async () => ({}),
  accessKeyId = 'score.2',
  now = () => Date.now(),
) {
  const port = await findFreePorts();
  const [faults, usage] = [new Faults(), new Usage()];
  const calls: string[] = [];
  const crashed: Caller[] = [];
  const service = (name: Service['name']): Service => ({
    name,
    call(operation, input, caller) {
      calls.push(`${name} ${operation} ${caller?.worker}`);
      return call(operation, input, caller);
    },
  });
  const gateway = new AwsGateway({
    services: [service('dynamodb'), service('sqs'), service('ses')],
    faults,
    usage,
    clock: { now },
    crash: async (caller) => void crashed.push(caller),
  });
  await gateway.listen(port, '127.0.0.1');
  stop = () => gateway.stop();
  const options = {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId, secretAccessKey: 'any' },
    maxAttempts: 1,
  };
  return { options, faults, usage, calls, crashed, dynamodb: new DynamoDBClient(options) };
}

const get = new GetItemCommand({ TableName: 'leads', Key: { PK: { S: 'L#1' } } });

describe('a call to AWS', () => {
  it('reaches its service with its input and its worker', async () => {
    const { dynamodb, options, calls, usage } = await startGateway(async (_, input) => ({
      Item: { PK: input.Key?.PK ?? { S: '' } },
      MessageId: 'm-1',
    }));
    expect((await dynamodb.send(get)).Item).toEqual({ PK: { S: 'L#1' } });
    const sent = await new SQSClient({ ...options, md5: false }).send(
      new SendMessageCommand({ QueueUrl: `${options.endpoint}/queue/late`, MessageBody: 'x' }),
    );
    expect(sent.MessageId).toBe('m-1');
    expect(calls).toEqual(['dynamodb GetItem score.2', 'sqs SendMessage score.2']);
    expect(usage.report().calls).toEqual({ dynamodb: { GetItem: 1 }, sqs: { SendMessage: 1 } });
  });

  it('of the query protocol returns the XML of the service', async () => {
    const { options } = await startGateway(
      async (operation, input) =>
        `<SendEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendEmailResult><MessageId>${operation}:${input.Source}</MessageId></SendEmailResult></SendEmailResponse>`,
    );
    const mail = new SendEmailCommand({ Source: 'a@b.test', Destination: {}, Message: undefined });
    expect((await new SESClient(options).send(mail)).MessageId).toBe('SendEmail:a@b.test');
  });

  it('that the service refuses fails with its code, message and details', async () => {
    const { dynamodb } = await startGateway(async () => {
      throw new ServiceError('ConditionalCheckFailedException', 'The conditional request failed', 400, {
        Item: { version: { N: '3' } },
      });
    });
    await expect(dynamodb.send(get)).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
      message: 'The conditional request failed',
      Item: { version: { N: '3' } },
    });
  });

  it('is answered at the time of the twin, so that the SDK does not correct the clock of the functions', async () => {
    const { options } = await startGateway(undefined, undefined, () => Date.UTC(2031, 0, 7, 9, 30));
    const headers = { 'x-amz-target': 'DynamoDB_20120810.GetItem' };
    const response = await fetch(options.endpoint, { method: 'POST', headers, body: '{}' });
    expect(response.headers.get('date')).toBe('Tue, 07 Jan 2031 09:30:00 GMT');
  });

  it('from outside a worker has no caller', async () => {
    const { dynamodb, calls } = await startGateway(undefined, 'AKIATEST');
    await dynamodb.send(get);
    expect(calls).toEqual(['dynamodb GetItem undefined']);
  });

  it('to a service that the twin does not serve is refused by name', async () => {
    const { options } = await startGateway();
    const response = await fetch(options.endpoint, {
      method: 'POST',
      headers: { 'x-amz-target': 'Logs.Put' },
    });
    expect([response.status, await response.text()]).toEqual([501, expect.stringContaining('Logs.Put')]);
  });
});

describe('a fault', () => {
  it('of kind throttle or error fails the call without carrying it out, as often as configured', async () => {
    const { dynamodb, faults, calls } = await startGateway();
    faults.add({ service: 'dynamodb', kind: 'throttle', times: 1 });
    faults.add({ service: 'dynamodb', kind: 'error', times: 1 });
    await expect(dynamodb.send(get)).rejects.toThrow(
      expect.objectContaining({ name: 'ProvisionedThroughputExceededException' }),
    );
    await expect(dynamodb.send(get)).rejects.toThrow(
      expect.objectContaining({ name: 'InternalServerError' }),
    );
    expect(calls).toEqual([]);
    await dynamodb.send(get);
    expect(calls).toHaveLength(1);
  });

  it('of kind timeout-after carries the call out and never responds', async () => {
    const { dynamodb, faults, calls } = await startGateway();
    faults.add({ service: 'dynamodb', kind: 'timeout-after', times: 1 });
    await expect(dynamodb.send(get)).rejects.toThrow();
    expect(calls).toHaveLength(1);
  });

  it('of kind crash ends the caller before or after the call', async () => {
    const { dynamodb, faults, calls, crashed } = await startGateway();
    faults.add({ service: 'dynamodb', kind: 'crash-before', times: 1 });
    await expect(dynamodb.send(get)).rejects.toThrow();
    expect([calls.length, crashed]).toEqual([0, [{ function: 'score', worker: 'score.2' }]]);
    faults.add({ service: 'dynamodb', kind: 'crash-after', times: 1 });
    await expect(dynamodb.send(get)).rejects.toThrow();
    expect([calls.length, crashed.length]).toEqual([1, 2]);
  });

  it('waits for its service, operation and function', async () => {
    const { dynamodb, faults } = await startGateway();
    faults.add({ service: 'ses', kind: 'error', times: 1 });
    faults.add({ service: 'dynamodb', operation: 'PutItem', kind: 'error', times: 1 });
    faults.add({ service: 'dynamodb', function: 'track', kind: 'error', times: 1 });
    await dynamodb.send(get);
    expect(faults.left()).toHaveLength(3);
    faults.clear();
    expect(faults.left()).toEqual([]);
  });
});
