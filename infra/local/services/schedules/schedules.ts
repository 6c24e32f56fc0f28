import { randomUUID } from 'node:crypto';
import type { Invoker } from '../../lambda/invoker.ts';
import type { Part } from '../../part.ts';
import type { Journal } from '../../storage/journal.ts';
import type { Resource } from '../../template/resource.ts';
import { envelope } from '../events/envelope.ts';
import { type Activity, skipIdleFirings } from './idle-firings.ts';
import { isSchedule, readSchedule, type ScheduleDefinition } from './schedule-definition.ts';

interface SchedulesContext extends Activity {
  resources: readonly Resource[];
  journal: Journal;
  invoker: Invoker;
  region: string;
  accountId: string;
  sendToQueue(queueArn: string, body: string): void;
}

/** EventBridge Scheduler, and EventBridge rules with a schedule, run by the virtual clock. */
export function openSchedules(context: SchedulesContext): Part {
  const { resources, journal, clock, invoker } = context;
  const definitions = resources.filter(isSchedule).map((resource) => readSchedule(resource, resources));
  const started = clock.now();
  for (const definition of definitions) initialise(journal, definition, started);
  const idle = skipIdleFirings(context);

  function dueOf(definition: ScheduleDefinition): number | undefined {
    const row = journal.first<{ due: number | null }>(
      'SELECT due FROM schedules WHERE name = ?',
      definition.logicalId,
    );
    return typeof row?.due === 'number' ? idle.next(definition, row.due) : undefined;
  }

  function fire(definition: ScheduleDefinition, due: number): void {
    for (const target of definition.targets) {
      const input =
        target.input === undefined
          ? defaultInput(definition, context)
          : JSON.parse(filled(target.input, definition, due));
      if (target.kind === 'function') invoker.invokeLater(target.logicalId, input);
      else context.sendToQueue(target.arn, JSON.stringify(input));
    }
  }

  return {
    pending: () => 0,
    nextDue() {
      const due = definitions.map(dueOf).filter((time) => time !== undefined);
      return due.length > 0 ? Math.min(...due) : undefined;
    },
    async runDue() {
      const now = clock.now();
      for (const definition of definitions) {
        const due = dueOf(definition);
        if (due === undefined || due > now) continue;
        journal.transaction(() => {
          setDue(journal, definition, nextAfter(definition, due, now));
          fire(definition, due);
        });
        idle.fired(definition, now);
      }
    },
    async stop() {},
  };
}

/** Stores when a new or changed schedule fires first. */
function initialise(journal: Journal, definition: ScheduleDefinition, now: number): void {
  const stored = journal.first<{ expression: string }>(
    'SELECT expression FROM schedules WHERE name = ?',
    definition.logicalId,
  );
  if (stored?.expression !== definition.expression) setDue(journal, definition, definition.next(now));
}

/** Firings that were missed while the twin was off are replaced by one. */
function nextAfter({ next }: ScheduleDefinition, due: number, now: number): number | undefined {
  const following = next(due);
  return following === undefined || following > now ? following : next(now);
}

function setDue(
  journal: Journal,
  { logicalId, expression }: ScheduleDefinition,
  due: number | undefined,
): void {
  journal.run(
    'INSERT OR REPLACE INTO schedules (name, expression, due) VALUES (?, ?, ?)',
    logicalId,
    expression,
    due ?? null,
  );
}

function defaultInput({ arn, service }: ScheduleDefinition, { clock, region, accountId }: SchedulesContext) {
  const entry = { Source: service, DetailType: 'Scheduled Event', Resources: [arn] };
  return envelope(entry, { id: randomUUID(), now: clock.now(), region, accountId });
}

/** Source: https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html */
function filled(input: string, { arn }: ScheduleDefinition, due: number): string {
  return input
    .replaceAll('<aws.scheduler.schedule-arn>', arn)
    .replaceAll('<aws.scheduler.scheduled-time>', new Date(due).toISOString())
    .replaceAll('<aws.scheduler.execution-id>', () => randomUUID())
    .replaceAll('<aws.scheduler.attempt-number>', '1');
}
