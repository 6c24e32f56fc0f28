import { startVitest } from 'vitest/node';
import { startDynamoDbLocal } from './dynamodb-local.ts';

/** Runs the stream's tests and the store's tests against DynamoDB Local; exit code 1 when one fails. */
const local = await startDynamoDbLocal().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
process.env.KANSRIJK_TEST_DYNAMODB = local.endpoint;
try {
  const vitest = await startVitest('test', [], { config: 'test/conformance/vitest.config.ts', watch: false });
  await vitest.close();
} finally {
  local.stop();
}
