import type { Invoker } from '../lambda/invoker.ts';
import type { Resource } from '../template/resource.ts';
import { type Service, ServiceError } from './service.ts';

interface LambdaContext {
  resources: readonly Resource[];
  invoker: Pick<Invoker, 'invoke'>;
}

/** What Lambda takes and returns at most in an invocation that somebody waits for. */
const MOST_BYTES = 6 * 1024 * 1024;

/** Lambda, as far as functions call it: one function waits for the answer of another. */
export function openLambda({ resources, invoker }: LambdaContext): Service {
  const functions = resources.filter(({ type }) => type === 'AWS::Lambda::Function');
  return {
    name: 'lambda',
    async call(operation, { FunctionName: name, InvocationType: type, Payload: payload = '' }) {
      if (operation !== 'Invoke' || type !== 'RequestResponse')
        throw new ServiceError('InvalidParameterValueException', `The twin does not run ${type} of Lambda`);
      const found = functions.find(({ ref, arn }) => name === ref || name === arn);
      if (found === undefined)
        throw new ServiceError('ResourceNotFoundException', `Function not found: ${name}`, 404);
      if (Buffer.byteLength(payload) > MOST_BYTES)
        throw new ServiceError('RequestTooLargeException', 'Request must be smaller than 6291456 bytes', 413);
      const result = await invoker.invoke(found.logicalId, JSON.parse(payload || '{}'));
      if (!result.ok) return failed(result.error.type, result.error.message);
      const returned = JSON.stringify(result.payload ?? null);
      return Buffer.byteLength(returned) > MOST_BYTES
        ? failed(
            'Function.ResponseSizeTooLarge',
            'Response payload size exceeded maximum allowed payload size',
          )
        : { Payload: returned };
    },
  };
}

function failed(errorType: string, errorMessage: string) {
  return { FunctionError: 'Unhandled', Payload: JSON.stringify({ errorType, errorMessage }) };
}
