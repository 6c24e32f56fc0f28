import type { Instant } from '../../time.ts';
import type { IssueKey } from '../newsletter-issue.ts';

/** That a colleague stopped an issue, or lets it go on. */
export interface IssueStop extends IssueKey {
  version: number;
  state: 'stopped' | 'going';
  /** How often it was let go on. */
  resumed: number;
  by: string;
  at: Instant;
}

type Colleague = Pick<IssueStop, 'by' | 'at'>;

/** The issue as stopped; undefined when it is already. */
export function stopNow(
  issue: IssueKey,
  before: IssueStop | undefined,
  colleague: Colleague,
): IssueStop | undefined {
  if (before?.state === 'stopped') return undefined;
  const { version = 0, resumed = 0 } = before ?? {};
  return { ...pick(issue), ...colleague, version: version + 1, state: 'stopped', resumed };
}

/** The issue as going on; undefined when nobody stopped it. */
export function goOnNow(before: IssueStop | undefined, colleague: Colleague): IssueStop | undefined {
  if (before?.state !== 'stopped') return undefined;
  const { version, resumed } = before;
  return { ...pick(before), ...colleague, version: version + 1, state: 'going', resumed: resumed + 1 };
}

/** Whether a run through the readers may go on. @param resumed how often the issue had been let go on when it began */
export function mayRun(stop: IssueStop | undefined, resumed: number): 'go' | 'wait' | 'over' {
  const times = stop?.resumed ?? 0;
  // Its colleague died between ordering it and saying so: either of the two may still come.
  if (times < resumed) return 'wait';
  return stop?.state === 'stopped' || times > resumed ? 'over' : 'go';
}

function pick({ mail, on }: IssueKey): IssueKey {
  return { mail, on };
}
