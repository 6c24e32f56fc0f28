import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { PlaybookAnswers, PlaybookCommand } from '../../contract/playbook-commands.ts';

/** Asks the function `playbook`, which has everything that a check and a compiler need. */
export type PlaybookFunction = <D extends PlaybookCommand['do']>(
  command: Extract<PlaybookCommand, { do: D }>,
) => Promise<PlaybookAnswers[D]>;

/** A browser waits: as long as its own function has, less what it needs itself. */
const TIMEOUT_MS = 18_000;
/** Every command may be repeated. */
const ATTEMPTS = 2;

/**
 * The function `playbook` of the stack, by its name. Create it once per process.
 * A call throws when the function fails, dies or does not answer in time: the same command may be sent again.
 */
export function playbookFunction(name: string, given?: LambdaClient): PlaybookFunction {
  let client = given;
  return async (command) => {
    // Loaded on demand: only pages of the playbook need it.
    const sdk = await import('@aws-sdk/client-lambda');
    client ??= new sdk.LambdaClient({
      maxAttempts: ATTEMPTS,
      requestHandler: { connectionTimeout: 3_000, requestTimeout: TIMEOUT_MS },
    });
    const Payload = Buffer.from(JSON.stringify(command));
    const answer = await client.send(new sdk.InvokeCommand({ FunctionName: name, Payload }));
    if (answer.FunctionError !== undefined || answer.Payload === undefined)
      throw new Error(`The function playbook failed: ${answer.FunctionError}`);
    return JSON.parse(Buffer.from(answer.Payload).toString());
  };
}
