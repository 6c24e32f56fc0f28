import type { PlaybookAnswers, PlaybookCommand } from '../../contract/playbook-commands.ts';
import type { AwsCall } from '../aws-call.ts';
import { signedCall } from '../signed-call.ts';

/** Asks the function `playbook`, which has everything that a check and a compiler need. */
export type PlaybookFunction = <D extends PlaybookCommand['do']>(
  command: Extract<PlaybookCommand, { do: D }>,
) => Promise<PlaybookAnswers[D]>;

/** Both attempts end before the function that asks: publishing takes less than five seconds, its start two more. */
const OPTIONS = { timeoutMs: 9_000, attempts: 2 };

/**
 * The function `playbook` of the stack, by its name. Create it once per process.
 * A call throws when the function fails, dies or does not answer in time: the same command may be sent again.
 */
export function playbookFunction(
  name: string,
  call: AwsCall = signedCall('lambda', process.env, OPTIONS),
): PlaybookFunction {
  return async (command) => (await call('Invoke', { FunctionName: name, Payload: command })) as never;
}
