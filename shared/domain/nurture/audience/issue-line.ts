import type { Localised } from '../../language.ts';
import type { Issue } from '../sequence.ts';
import type { IssueStop } from './issue-stop.ts';

/** How many an issue would reach if it went out now. */
export interface AudienceCount {
  /** Who gave permission and fits, as far as lists of leads know. */
  listed: number;
  /** Of them, those whose answers, pages, pauses and address allow it too. */
  reached: number;
  /** The bounds of `reached` with 95 % certainty; the same when all were looked at. */
  low: number;
  high: number;
  /** How many were looked at one by one. */
  sampled: number;
}

/** How far an issue is. `going`: its day has begun somewhere, and is not over everywhere. */
export type IssueState = 'planned' | 'going' | 'stopped' | 'over';

/** An issue of the newsletter, or a one-time mail. */
export interface IssueLine {
  issue: Issue;
  state: IssueState;
  /** The subject line, as an invented person gets it. */
  heading: Localised;
  stop?: IssueStop;
  /** How many gave permission and fit, as far as lists know; absent once it is over. */
  listed?: number;
}

/** What became of stopping an issue. `over`: its day is over everywhere. `unknown`: the playbook has no such issue. */
export type IssueChange = 'done' | 'repeated' | 'over' | 'unknown';
