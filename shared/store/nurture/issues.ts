import * as z from 'zod/mini';
import { STAGES, type Stage } from '../../domain/identity/lead.ts';
import type { Day, Instant } from '../../domain/time.ts';
import { dueKeys } from '../due.ts';
import { Entity } from '../entity.ts';
import { optional, schemaOf, text } from '../schema.ts';
import type { Table, Written } from '../table.ts';

/** Names an issue of the newsletter. */
export interface IssueKey {
  mail: string;
  on: Day;
}

/** An issue that is being sent, with its progress through the lists of leads. */
export interface IssueRun extends IssueKey {
  version: number;
  /** When it goes on; absent when everybody has it. */
  due?: Instant;
  /** The list it is at, of a stage and a shard, from a place on. Absent when nobody has it yet. */
  stage?: Stage;
  shard?: number;
  after?: string;
}

export const issueRunEntity = new Entity({
  kind: 'newsletter issue that is being sent',
  key: 'PLAYBOOK / I#{on}#{mail}',
  holds: () =>
    schemaOf<IssueRun>()(
      z.looseObject({
        mail: text,
        on: text,
        version: z.number(),
        due: optional(text),
        stage: optional(z.enum(STAGES)),
        shard: optional(z.number()),
        after: optional(text),
      }),
    ),
  written: 'by version',
  byDue: ({ on, mail, due }) => (due === undefined ? undefined : dueKeys('PLAYBOOK', due, `I#${on}#${mail}`)),
  lives: 'for good',
  largest: { bytes: 400, why: 'nothing comes from outside' },
});

/** Writes a run over the version it was made from, `run.version - 1`; version 1 must be the first. */
export function putIssueRun(table: Table, run: IssueRun): Promise<Written> {
  return issueRunEntity.put(table, { on: run.on, mail: run.mail }, run);
}

/** The run of an issue; undefined when there is none. */
export function getIssueRun(table: Table, issue: IssueKey): Promise<IssueRun | undefined> {
  return issueRunEntity.get(table, { on: issue.on, mail: issue.mail });
}
