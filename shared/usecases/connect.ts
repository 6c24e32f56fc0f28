import { type Environment, type FunctionName, readEnvironment } from '../contract/environment.ts';
import type { Instant } from '../domain/time.ts';
import type { AwsCall } from '../gateways/aws-call.ts';
import { logOf } from '../gateways/log.ts';
import { awsTable } from '../store/aws-table.ts';
import type { Table } from '../store/table.ts';

/** What every function works with. */
export interface Connection<F extends FunctionName> {
  env: Environment<F>;
  log: ReturnType<typeof logOf>;
  table: Table;
  /** The only clock. */
  now: () => Instant;
}

/**
 * The environment, log, table and clock of a function. Call it once per process. `track` does without: it has no log.
 * @param call to DynamoDB
 * @throws when the environment is not what the stack sets
 */
export function connect<F extends FunctionName>(name: F, call: AwsCall): Connection<F> {
  const env = readEnvironment(name, process.env);
  return {
    env,
    log: logOf(name),
    table: awsTable((env as { TABLE_NAME: string }).TABLE_NAME, call),
    now: () => new Date().toISOString(),
  };
}
