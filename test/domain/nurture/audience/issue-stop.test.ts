import { describe, expect, it } from 'vitest';
import {
  goOnNow,
  type IssueStop,
  mayRun,
  stopNow,
} from '../../../../shared/domain/nurture/audience/issue-stop.ts';

const issue = { mail: 'news', on: '2026-11-23' };
const [sanne, noor] = ['sanne', 'noor'].map((by, n) => ({ by, at: `2026-11-23T0${n}:00:00.000Z` })) as [
  { by: string; at: string },
  { by: string; at: string },
];
const stopped = stopNow({ ...issue, bands: [] } as never, undefined, sanne) as IssueStop;
const going = goOnNow(stopped, noor) as IssueStop;

describe('an issue that is stopped', () => {
  it('says who did it, and keeps counting how often it went on', () => {
    expect(stopped).toEqual({ ...issue, ...sanne, version: 1, state: 'stopped', resumed: 0 });
    expect(going).toEqual({ ...issue, ...noor, version: 2, state: 'going', resumed: 1 });
    expect(stopNow(issue, going, sanne)).toMatchObject({ version: 3, state: 'stopped', resumed: 1 });
  });

  it('is stopped once, and goes on once', () => {
    expect(stopNow(issue, stopped, noor)).toBeUndefined();
    expect(goOnNow(going, noor)).toBeUndefined();
    expect(goOnNow(undefined, noor)).toBeUndefined();
  });

  it('is run by the run that was ordered last, and by none while it is stopped', () => {
    expect(mayRun(undefined, 0)).toBe('go');
    expect(mayRun(stopped, 0)).toBe('over');
    expect(mayRun(stopped, 1)).toBe('wait');
    expect([mayRun(going, 0), mayRun(going, 1)]).toEqual(['over', 'go']);
    expect(mayRun(stopNow(issue, going, sanne), 1)).toBe('over');
  });
});
