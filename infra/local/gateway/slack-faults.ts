import type { Functions } from '../lambda/functions.ts';
import type { Caller } from '../services/service.ts';
import type { SlackResponse } from '../services/slack/slack.ts';
import { callWithFault } from './call-with-fault.ts';
import type { Faults } from './faults.ts';
import type { Usage } from './usage.ts';

interface Options {
  faults: Faults;
  usage: Usage;
  functions: Functions;
}

/**
 * Applies the faults to posts to Slack. A post does not say which worker sent it, so a crash ends every busy
 * worker that knows the webhook; a crash may hit any of them anyway.
 */
export function slackFaults({ faults, usage, functions }: Options) {
  const busy = () => functions.busy().filter((caller) => knowsSlack(functions, caller));

  async function crash(shortName: string | undefined): Promise<void> {
    const callers = busy().filter((caller) => shortName === undefined || caller.function === shortName);
    await Promise.all(callers.map((caller) => functions.crash(caller)));
  }

  return async (carryOut: () => Promise<SlackResponse>): Promise<SlackResponse | 'no-response'> => {
    usage.call('slack', 'post');
    const fault = faults.take({ service: 'slack', operation: 'post', caller: busy()[0] });
    const outcome = await callWithFault(fault, carryOut, () => crash(fault?.function));
    if (outcome === 'throttle') return { status: 429, body: 'rate_limited' };
    if (outcome === 'error') return { status: 500, body: 'server_error' };
    return outcome === 'no-response' ? outcome : outcome.output;
  };
}

function knowsSlack(functions: Functions, caller: Caller): boolean {
  return 'SLACK_SECRET' in (functions.byShortName(caller.function)?.variables ?? {});
}
