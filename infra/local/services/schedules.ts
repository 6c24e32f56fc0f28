import { randomUUID } from 'node:crypto';
import type { Journal } from '../journal.ts';
import type { Clock, Invoker, Part } from '../part.ts';
import type { Resource } from './context.ts';
import { envelope } from './events/envelope.ts';
import { isSchedule, readSchedule, type ScheduleDefinition } from './schedules/schedule-definition.ts';

interface SchedulesContext {
  resources: readonly Resource[];
  journal: Journal;
  clock: Clock;
  invoker: Invoker;
  region: string;
  accountId: string;
  sendToQueue(queueArn: string, body: string): void;
}

/** EventBridge Scheduler, and the rules of EventBridge with a schedule: they fire by the virtual clock. */
export function openSchedules(context: SchedulesContext): Part {
  const { resources, journal, clock, invoker } = context;
  const definitions = resources.filter(isSchedule).map((resource) => readSchedule(resource, resources));
  for (const definition of definitions) remember(journal, clock, definition);

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
    nextDue: () =>
      journal.first<{ due: number | null }>('SELECT MIN(due) AS due FROM schedules')?.due ?? undefined,
    async runDue() {
      for (const definition of definitions) {
        const { logicalId } = definition;
        const row = journal.first<{ due: number | null }>(
          'SELECT due FROM schedules WHERE name = ?',
          logicalId,
        );
        const due = row?.due ?? Number.POSITIVE_INFINITY;
        if (due > clock.now()) continue;
        // What was missed while the twin was off is made up for by firing once.
        journal.transaction(() => {
          setDue(journal, definition, definition.next(Math.max(due, clock.now())));
          fire(definition, due);
        });
      }
    },
    async stop() {},
  };
}

/** Keeps when a schedule fires next; a schedule that was changed starts afresh. */
function remember(journal: Journal, clock: Clock, definition: ScheduleDefinition): void {
  const known = journal.first<{ expression: string }>(
    'SELECT expression FROM schedules WHERE name = ?',
    definition.logicalId,
  );
  if (known?.expression !== definition.expression) setDue(journal, definition, definition.next(clock.now()));
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
