import type { Functions } from '../lambda/functions.ts';
import type { Caller } from '../part.ts';
import type { SlackAnswer } from '../services/slack/slack.ts';
import { aroundFault } from './around-fault.ts';
import type { Faults } from './faults.ts';
import type { Usage } from './usage.ts';

interface Options {
  faults: Faults;
  usage: Usage;
  functions: Functions;
}

/**
 * Lets the faults come over posts to Slack. Such a post does not say which worker made it, so a crash ends
 * every worker at work that knows the webhook. What that does to the others is what a crash may do anyway.
 */
export function aroundSlack({ faults, usage, functions }: Options) {
  const atWork = () => functions.busy().filter((caller) => knowsSlack(functions, caller));

  async function crash(shortName: string | undefined): Promise<void> {
    const callers = atWork().filter((caller) => shortName === undefined || caller.function === shortName);
    await Promise.all(callers.map((caller) => functions.crash(caller)));
  }

  return async (carryOut: () => Promise<SlackAnswer>): Promise<SlackAnswer | 'no-answer'> => {
    usage.call('slack', 'post');
    const fault = faults.take({ service: 'slack', operation: 'post', caller: atWork()[0] });
    const outcome = await aroundFault(fault, carryOut, () => crash(fault?.function));
    if (outcome === 'throttle') return { status: 429, body: 'rate_limited' };
    if (outcome === 'error') return { status: 500, body: 'server_error' };
    return outcome === 'no-answer' ? outcome : outcome.answer;
  };
}

function knowsSlack(functions: Functions, caller: Caller): boolean {
  return 'SLACK_SECRET' in (functions.byShortName(caller.function)?.variables ?? {});
}
